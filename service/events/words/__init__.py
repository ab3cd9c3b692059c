"""The words of events, by hand-made lists: what names an event, what governs one, what is a name."""

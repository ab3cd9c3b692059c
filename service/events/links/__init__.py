"""Which expression of time dates which event, and what the text says of the order of two."""

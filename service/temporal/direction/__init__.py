"""Which way the verbs around an expression point: back, or to what is to come."""

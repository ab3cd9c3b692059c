"""The version of the engine and of the HTTP contract's implementation."""

VERSION = "1.0.0"

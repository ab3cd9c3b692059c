"""Whom a pronoun stands for, where the text leaves no doubt."""

"""Dateline: a sourced record of an armed conflict from the news stories that report it."""

__version__ = "0.1.0"

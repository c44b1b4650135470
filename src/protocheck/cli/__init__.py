"""The command line: parse, call, render; one command a module."""

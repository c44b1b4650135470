"""Copies of a document with what was found marked in them; the document itself is never touched."""

"""Reading a document: `read(path) -> SourceText`, whatever the file calls itself."""

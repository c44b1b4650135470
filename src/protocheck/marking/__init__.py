"""What a copy of a document says of each finding; the copies themselves are made by `ingest.tasks`."""

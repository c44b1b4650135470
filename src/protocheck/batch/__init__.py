"""An audit: many documents, each judged in a guarded worker, kept in one store that outlives a broken run."""

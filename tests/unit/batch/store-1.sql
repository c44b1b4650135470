-- The store of an audit, version 1: one row a fact, so that it can be queried as it is.
-- A judgement is one content, judged by one set of rules, one version of the program and one way of reading.
-- Its key hangs on those alone, so that a store does not depend on the order in which documents were done.

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,              -- ISO 8601, UTC
  ended TEXT,                         -- null while it runs, or when it was broken off
  rules_digest TEXT NOT NULL,
  program_version TEXT NOT NULL,
  options TEXT NOT NULL,              -- how documents were read, as JSON with sorted keys
  documents INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE files (
  place TEXT PRIMARY KEY,             -- path, 'archive.zip!member' or address
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES runs(id)   -- the last run that saw it
);
CREATE INDEX files_sha256 ON files(sha256);

CREATE TABLE judgements (
  id TEXT PRIMARY KEY,                -- of sha256, rules_digest, program_version and options
  sha256 TEXT NOT NULL,
  rules_digest TEXT NOT NULL,
  program_version TEXT NOT NULL,
  options TEXT NOT NULL,
  packs TEXT NOT NULL DEFAULT '',     -- 'egov-art8@1 redactie@1'
  state TEXT NOT NULL CHECK (state IN ('judged', 'other', 'unreadable', 'set-aside')),
  kind TEXT NOT NULL DEFAULT '',      -- of another kind of paper
  reason TEXT NOT NULL DEFAULT '',    -- why it was not judged
  hint TEXT NOT NULL DEFAULT '',
  media_type TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  pages INTEGER,
  quality REAL,
  repairs INTEGER,
  title TEXT NOT NULL DEFAULT '',
  verdict TEXT,                       -- positive, conditional, negative
  signed TEXT,                        -- last date of signature, ISO
  in_force TEXT,
  ends TEXT,
  year INTEGER                        -- of signature, else of entry into force
);
CREATE INDEX judgements_sha256 ON judgements(sha256);

CREATE TABLE reports (
  judgement TEXT PRIMARY KEY REFERENCES judgements(id) ON DELETE CASCADE,
  json BLOB NOT NULL                  -- the JSON of advise, compressed with zlib
);

CREATE TABLE criteria (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  criterion TEXT NOT NULL,            -- EGOV-08
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL,               -- met, partial, unmet, unreadable
  place TEXT NOT NULL DEFAULT '',     -- 'artikel 8'
  remarks TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (judgement, criterion)
) WITHOUT ROWID;

CREATE TABLE elements (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  criterion TEXT NOT NULL,
  element TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (judgement, criterion, element)
) WITHOUT ROWID;

CREATE TABLE findings (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  title TEXT NOT NULL,
  message TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  place TEXT NOT NULL,                -- 'artikel 11'
  page INTEGER,
  line INTEGER,
  quote TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

CREATE TABLE parties (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,                 -- what groups one body over documents: its KBO number, else its folded name
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,                 -- sender, receiver, both or ''
  kbo TEXT NOT NULL,
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

CREATE TABLE dates (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  role TEXT NOT NULL,                 -- signature, entry_into_force, dpo_advice, decision, end
  position INTEGER NOT NULL,
  value TEXT,
  text TEXT NOT NULL,
  party TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (judgement, role, position)
) WITHOUT ROWID;

CREATE TABLE statutes (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

CREATE TABLE data_items (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  justification TEXT NOT NULL DEFAULT '',
  retention TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  ref TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  heading TEXT NOT NULL,
  page INTEGER,
  text TEXT NOT NULL
);
CREATE INDEX passages_judgement ON passages(judgement, position);
CREATE VIRTUAL TABLE passages_fts USING fts5(
  heading, text, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);

-- The current judgement of each file: of the last run that saw it.
CREATE VIEW documents AS
SELECT f.place, f.name, f.sha256, j.*
FROM files f JOIN runs r ON r.id = f.run
JOIN judgements j ON j.sha256 = f.sha256 AND j.rules_digest = r.rules_digest
 AND j.program_version = r.program_version AND j.options = r.options;

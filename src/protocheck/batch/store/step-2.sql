-- From version 1 to 2: what a place held before is kept; unreadable pages are counted; other forms of words.
DROP INDEX files_sha256;
ALTER TABLE files RENAME TO old_files;
CREATE TABLE files (
  place TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES runs(id),
  present INTEGER NOT NULL DEFAULT 1,
  judgement TEXT REFERENCES judgements(id) ON DELETE SET NULL,
  PRIMARY KEY (place, sha256)
) WITHOUT ROWID;
INSERT INTO files (place, sha256, name, size, run, judgement)
SELECT f.place, f.sha256, f.name, f.size, f.run, (
  SELECT j.id FROM judgements j JOIN runs r ON r.id = f.run
  WHERE j.sha256 = f.sha256 AND j.rules_digest = r.rules_digest AND j.program_version = r.program_version
    AND j.options = r.options
) FROM old_files f;
DROP TABLE old_files;
CREATE INDEX files_sha256 ON files(sha256);
CREATE INDEX files_judgement ON files(judgement);
ALTER TABLE judgements ADD COLUMN unreadable_pages INTEGER;
DROP INDEX passages_judgement;
ALTER TABLE passages ADD COLUMN stems TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX passages_judgement ON passages(judgement, position);

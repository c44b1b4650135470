-- What follows from the reports and the passages of a store: a table for each kind of fact, and the register of words.
-- Bringing a store of an older version up to date makes these anew. Comments as in schema.sql: Dutch, for docs/store.md.

-- De twaalf elementen van elk oordeel.
CREATE TABLE criteria (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  criterion TEXT NOT NULL,            -- EGOV-08
  number INTEGER NOT NULL,            -- 8
  title TEXT NOT NULL,                -- wat het element is
  status TEXT NOT NULL,               -- met, partial, unmet of unreadable
  place TEXT NOT NULL DEFAULT '',     -- waar het staat: 'artikel 8'
  remarks TEXT NOT NULL DEFAULT '',   -- opmerkingen, één per regel
  PRIMARY KEY (judgement, criterion)
) WITHOUT ROWID;

-- De onderdelen van elk van de twaalf elementen.
CREATE TABLE elements (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  criterion TEXT NOT NULL,            -- EGOV-08
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  element TEXT NOT NULL,              -- kenmerk van het onderdeel
  title TEXT NOT NULL,                -- wat het onderdeel is
  status TEXT NOT NULL,               -- met, partial, unmet of unreadable
  PRIMARY KEY (judgement, criterion, position)
) WITHOUT ROWID;

-- De woorden waarop een oordeel over een element steunt, zoals ze gedrukt staan.
CREATE TABLE evidence (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  criterion TEXT NOT NULL,            -- EGOV-08
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  place TEXT NOT NULL,                -- 'artikel 8'
  page INTEGER,                       -- bladzijde
  quote TEXT NOT NULL,                -- de woorden
  PRIMARY KEY (judgement, criterion, position)
) WITHOUT ROWID;

-- De bevindingen: wat een jurist nog zou verbeteren.
CREATE TABLE findings (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  code TEXT NOT NULL,                 -- D301
  severity TEXT NOT NULL,             -- error, warning of info
  title TEXT NOT NULL,                -- wat de regel nagaat
  message TEXT NOT NULL,              -- wat er is
  suggestion TEXT NOT NULL,           -- wat eraan te doen
  place TEXT NOT NULL,                -- 'artikel 11'; leeg wanneer het over het hele document gaat
  page INTEGER,                       -- bladzijde
  line INTEGER,                       -- regel op de bladzijde
  quote TEXT NOT NULL,                -- de woorden
  fingerprint TEXT NOT NULL,          -- kenmerk dat gelijk blijft wanneer de tekst erboven verandert
  waived TEXT,                        -- reden waarom het mag blijven staan; leeg wanneer niemand dat besliste
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;
CREATE INDEX findings_code ON findings(code);

-- De partijen van elk protocol.
CREATE TABLE parties (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  name TEXT NOT NULL,                 -- naam zoals ze in het protocol staat
  short_name TEXT NOT NULL,           -- korte naam
  folded TEXT NOT NULL,               -- naam in kleine letters, zonder accenten, leestekens en lidwoord
  kind TEXT NOT NULL,                 -- soort instantie
  role TEXT NOT NULL,                 -- sender (deelt mee), receiver (ontvangt), both of leeg
  kbo TEXT NOT NULL,                  -- ondernemingsnummer van tien cijfers, enkel wanneer het klopt
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;
CREATE INDEX parties_folded ON parties(folded, kbo);

-- De datums die een protocol noemt.
CREATE TABLE dates (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  role TEXT NOT NULL,                 -- signature, entry_into_force, dpo_advice, decision of end
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  value TEXT,                         -- de datum als 2025-01-31; leeg wanneer ze niet bestaat of open bleef
  text TEXT NOT NULL,                 -- zoals ze gedrukt staat
  party TEXT NOT NULL DEFAULT '',     -- van welke partij
  PRIMARY KEY (judgement, role, position)
) WITHOUT ROWID;

-- De wetten, decreten en besluiten die een protocol aanhaalt.
CREATE TABLE statutes (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  key TEXT NOT NULL,                  -- kenmerk in de tabel van wetten; leeg wanneer ze daar niet in staat
  kind TEXT NOT NULL,                 -- soort norm
  title TEXT NOT NULL,                -- opschrift
  date TEXT,                          -- datum
  articles TEXT NOT NULL DEFAULT '',  -- aangehaalde artikelen, met komma's ertussen
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

-- De gegevens die meegedeeld worden.
CREATE TABLE data_items (
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  name TEXT NOT NULL,                 -- het gegeven
  justification TEXT NOT NULL DEFAULT '', -- waarom het nodig is
  retention TEXT NOT NULL DEFAULT '', -- hoelang het bewaard wordt
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

-- Register van alle woorden in de delen, voor het zoeken (FTS5); hoofdletters en accenten maken geen verschil.
CREATE VIRTUAL TABLE passages_fts USING fts5(
  heading, text, stems, content="passages", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
  INSERT INTO passages_fts(rowid, heading, text, stems) VALUES (new.id, new.heading, new.text, new.stems);
END;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
  INSERT INTO passages_fts(passages_fts, rowid, heading, text, stems)
  VALUES ('delete', old.id, old.heading, old.text, old.stems);
END;
CREATE TRIGGER passages_changed AFTER UPDATE ON passages BEGIN
  INSERT INTO passages_fts(passages_fts, rowid, heading, text, stems)
  VALUES ('delete', old.id, old.heading, old.text, old.stems);
  INSERT INTO passages_fts(rowid, heading, text, stems) VALUES (new.id, new.heading, new.text, new.stems);
END;

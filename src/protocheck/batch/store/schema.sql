-- The store of an audit, version 2: one row a fact, so that it can be queried as it is.
--
-- Here stands what an audit brought in; what follows from it is in derived.sql and views.sql, and is made anew
-- whenever a store of an older version is brought up to date. A change here asks for a step in migrations.py.
--
-- A judgement is one content, judged by one set of rules, one version of the program and one way of reading.
-- Its key hangs on those alone, so that a store does not depend on the order in which documents were done.
--
-- The comments below are Dutch: they travel along in the store (`.schema`), and docs/store.md is made of them.
-- A table or view has its description above it; a column has its own behind it.

-- Elke keer dat een audit liep.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,             -- volgnummer
  started TEXT NOT NULL,              -- begin, in UTC
  ended TEXT,                         -- einde, in UTC; leeg zolang hij loopt of wanneer hij afgebroken werd
  rules_digest TEXT NOT NULL,         -- vingerafdruk van alle regels samen
  program_version TEXT NOT NULL,      -- versie van protocheck
  options TEXT NOT NULL,              -- hoe gelezen werd, als JSON
  documents INTEGER NOT NULL DEFAULT 0 -- hoeveel inhouden in die keer beoordeeld werden
);

-- Elke inhoud die op een plaats stond. Verandert een bestand, dan komt er een rij bij en blijft de oude staan.
CREATE TABLE files (
  place TEXT NOT NULL,                -- pad, 'archief.zip!map/protocol.pdf' of adres
  sha256 TEXT NOT NULL,               -- vingerafdruk van de inhoud
  name TEXT NOT NULL,                 -- naam van het bestand, zonder mappen
  size INTEGER NOT NULL,              -- aantal bytes
  run INTEGER NOT NULL REFERENCES runs(id), -- de laatste keer dat deze inhoud daar gezien werd
  present INTEGER NOT NULL DEFAULT 1, -- 1 zolang ze daar staat; 0 wanneer het bestand veranderde of verdween
  judgement TEXT REFERENCES judgements(id) ON DELETE SET NULL, -- het oordeel dat geldt; leeg zolang er geen is
  PRIMARY KEY (place, sha256)
) WITHOUT ROWID;
CREATE INDEX files_sha256 ON files(sha256);
CREATE INDEX files_judgement ON files(judgement);

-- Wat er van een inhoud gemaakt werd: door deze regels, deze versie en deze manier van lezen.
CREATE TABLE judgements (
  id TEXT PRIMARY KEY,                -- volgt uit sha256, rules_digest, program_version en options
  sha256 TEXT NOT NULL,               -- vingerafdruk van de inhoud
  rules_digest TEXT NOT NULL,         -- vingerafdruk van alle regels samen
  program_version TEXT NOT NULL,      -- versie van protocheck
  options TEXT NOT NULL,              -- hoe gelezen werd, als JSON
  packs TEXT NOT NULL DEFAULT '',     -- toegepaste pakketten: 'egov-art8@1 redactie@1'
  state TEXT NOT NULL CHECK (state IN ('judged', 'other', 'unreadable', 'set-aside')), -- beoordeeld, een ander soort document, onleesbaar, of opzijgezet
  kind TEXT NOT NULL DEFAULT '',      -- welk ander soort document het is
  reason TEXT NOT NULL DEFAULT '',    -- waarom het niet beoordeeld werd
  hint TEXT NOT NULL DEFAULT '',      -- wat u eraan kunt doen
  media_type TEXT NOT NULL DEFAULT '', -- soort bestand
  method TEXT NOT NULL DEFAULT '',    -- hoe de tekst verkregen werd: text-layer, ocr, docx, ...
  pages INTEGER,                      -- aantal bladzijden, waar er bladzijden zijn
  quality REAL,                       -- leesbaarheid, van 0 (ruis) tot 1 (elk woord gekend)
  repairs INTEGER,                    -- aantal herstellingen in de tekst
  title TEXT NOT NULL DEFAULT '',     -- titel van het protocol
  verdict TEXT,                       -- positive, conditional of negative
  signed TEXT,                        -- laatste datum van ondertekening
  in_force TEXT,                      -- eerste datum van inwerkingtreding
  ends TEXT,                          -- laatste einddatum
  year INTEGER,                       -- jaar van ondertekening, anders van inwerkingtreding
  unreadable_pages INTEGER            -- aantal bladzijden die te beschadigd zijn om te zeggen dat iets ontbreekt
);
CREATE INDEX judgements_sha256 ON judgements(sha256);

-- Het volledige verslag van elk beoordeeld document: dezelfde JSON als `protocheck advise --format json`.
CREATE TABLE reports (
  judgement TEXT PRIMARY KEY REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  json BLOB NOT NULL                  -- JSON in UTF-8, samengeperst met zlib
);

-- De herstelde tekst in delen: artikelen, overwegingen, aanhef, tabellen. Ook van documenten van een ander soort.
CREATE TABLE passages (
  id INTEGER PRIMARY KEY,             -- volgnummer, voor het zoeken
  judgement TEXT NOT NULL REFERENCES judgements(id) ON DELETE CASCADE, -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  ref TEXT NOT NULL,                  -- 'article 4'
  kind TEXT NOT NULL,                 -- soort deel
  label TEXT NOT NULL,                -- 'artikel 4'
  heading TEXT NOT NULL,              -- opschrift
  page INTEGER,                       -- bladzijde
  text TEXT NOT NULL,                 -- de tekst
  stems TEXT NOT NULL DEFAULT ''      -- andere vormen van de woorden (enkelvoud, stam, zonder koppelteken), voor het zoeken
);
CREATE UNIQUE INDEX passages_judgement ON passages(judgement, position);

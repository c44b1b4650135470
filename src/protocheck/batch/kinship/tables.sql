-- What the documents of a store tell together; made anew as a whole after each audit. Comments as in schema.sql.

-- Families: protocollen van verschillende partijen met dezelfde tekst als grondslag.
CREATE TABLE families (
  family TEXT PRIMARY KEY,            -- kenmerk van de familie
  title TEXT NOT NULL,                -- de titel die de meeste leden dragen, zonder namen en datums
  common TEXT NOT NULL,               -- de partijen die de meeste leden delen, één per regel
  example TEXT NOT NULL,              -- het oordeel van het lid dat het dichtst bij de gebruikelijke tekst staat
  parts INTEGER NOT NULL,             -- aantal delen (artikelen, overwegingen, tabellen) van die tekst
  members INTEGER NOT NULL            -- aantal leden
) WITHOUT ROWID;

-- De leden van elke familie.
CREATE TABLE family_members (
  family TEXT NOT NULL,               -- kenmerk van de familie
  judgement TEXT NOT NULL,            -- het oordeel
  likeness REAL NOT NULL,             -- welk deel van de woorden met de gebruikelijke tekst overeenkomt, 0 tot 1
  changes INTEGER NOT NULL,           -- aantal wijzigingen tegenover die tekst
  PRIMARY KEY (family, judgement)
) WITHOUT ROWID;

-- Wat een lid aan de gebruikelijke tekst van zijn familie veranderde.
CREATE TABLE family_changes (
  family TEXT NOT NULL,               -- kenmerk van de familie
  judgement TEXT NOT NULL,            -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  kind TEXT NOT NULL,                 -- added (toegevoegd), left-out (weggelaten) of changed (andere woorden)
  label TEXT NOT NULL,                -- 'artikel 8'
  heading TEXT NOT NULL,              -- het opschrift
  page INTEGER,                       -- bladzijde
  usual_label TEXT NOT NULL,          -- waar het deel in de gebruikelijke tekst staat
  usual TEXT NOT NULL,                -- het deel zoals het daar luidt
  text TEXT NOT NULL,                 -- het deel zoals het hier luidt
  PRIMARY KEY (family, judgement, position)
) WITHOUT ROWID;

-- De elementen die bij een lid anders beoordeeld zijn dan bij de meeste van zijn familie.
CREATE TABLE family_criteria (
  family TEXT NOT NULL,               -- kenmerk van de familie
  judgement TEXT NOT NULL,            -- het oordeel
  criterion TEXT NOT NULL,            -- EGOV-08
  number INTEGER NOT NULL,            -- 8
  title TEXT NOT NULL,                -- wat het element is
  usual TEXT NOT NULL,                -- het oordeel bij de meeste leden
  status TEXT NOT NULL,               -- het oordeel hier
  because TEXT NOT NULL,              -- de wijzigingen (position) die het raken, gescheiden door een spatie
  PRIMARY KEY (family, judgement, criterion)
) WITHOUT ROWID;

-- Sporen van een partij van een verwant protocol: bevindingen met code P403 die één document alleen niet toont.
CREATE TABLE leftovers (
  judgement TEXT NOT NULL,            -- het oordeel
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  family TEXT NOT NULL,               -- kenmerk van de familie
  code TEXT NOT NULL,                 -- P403
  severity TEXT NOT NULL,             -- error, warning of info
  title TEXT NOT NULL,                -- wat de regel nagaat
  message TEXT NOT NULL,              -- wat er is
  suggestion TEXT NOT NULL,           -- wat eraan te doen
  kind TEXT NOT NULL,                 -- name (naam), kbo (ondernemingsnummer), mailbox (adres) of domain (webadres)
  value TEXT NOT NULL,                -- wat er staat
  body TEXT NOT NULL,                 -- de instantie van wie het is
  siblings TEXT NOT NULL,             -- de oordelen waarin die instantie partij is, één per regel
  place TEXT NOT NULL,                -- 'artikel 11'
  page INTEGER,                       -- bladzijde
  quote TEXT NOT NULL,                -- de woorden eromheen
  times INTEGER NOT NULL,             -- hoe vaak het er staat
  reported INTEGER NOT NULL,          -- 1 wanneer ook het advies over het document zelf het noemt
  PRIMARY KEY (judgement, position)
) WITHOUT ROWID;

-- Hetzelfde protocol, meer dan eens gevonden.
CREATE TABLE pairs (
  first TEXT NOT NULL,                -- het oordeel van het eerste exemplaar of de oudste versie
  second TEXT NOT NULL,               -- het oordeel van het andere
  first_at TEXT NOT NULL,             -- waar het eerste staat
  second_at TEXT NOT NULL,            -- waar het andere staat
  kind TEXT NOT NULL,                 -- copies (exemplaren) of versions (versies)
  title TEXT NOT NULL,                -- de titel
  parties TEXT NOT NULL,              -- de partijen, één per regel
  likeness REAL NOT NULL,             -- welk deel van de woorden overeenkomt, 0 tot 1
  identical INTEGER NOT NULL,         -- 1 wanneer de bestanden gelijk zijn
  PRIMARY KEY (first_at, second_at)
) WITHOUT ROWID;

-- Waarin de twee van een paar verschillen.
CREATE TABLE pair_differences (
  first_at TEXT NOT NULL,             -- waar het eerste staat
  second_at TEXT NOT NULL,            -- waar het andere staat
  position INTEGER NOT NULL,          -- volgorde, vanaf 0
  kind TEXT NOT NULL,                 -- signature, date, title, annex, text; of added, left-out, changed voor een deel
  label TEXT NOT NULL,                -- 'artikel 8', bij een deel
  text TEXT NOT NULL,                 -- het verschil in een zin; leeg bij een deel
  first TEXT NOT NULL,                -- hoe het in het eerste luidt
  second TEXT NOT NULL,               -- hoe het in het andere luidt
  PRIMARY KEY (first_at, second_at, position)
) WITHOUT ROWID;

-- Protocollen die alleen bij één partij gevonden zijn, terwijl het archief stukken van de andere bevat.
CREATE TABLE alone (
  judgement TEXT NOT NULL,            -- het oordeel
  found_with TEXT NOT NULL,           -- de partij bij wie het gevonden is
  missing_with TEXT NOT NULL,         -- de partij bij wie niet
  others INTEGER NOT NULL,            -- hoeveel stukken bij die partij gevonden zijn
  message TEXT NOT NULL,              -- dit alles in een zin
  PRIMARY KEY (judgement, missing_with)
) WITHOUT ROWID;

-- Wat te doen staat: protocollen die afgelopen zijn of aflopen, en evaluaties.
CREATE TABLE due (
  uid TEXT PRIMARY KEY,               -- kenmerk in de agenda
  judgement TEXT NOT NULL,            -- het oordeel
  asked_on TEXT NOT NULL,             -- de dag waarop gerekend werd
  kind TEXT NOT NULL,                 -- ended (afgelopen), ends (loopt af) of evaluation (evaluatie)
  day TEXT NOT NULL,                  -- de dag waarop het te doen staat
  title TEXT NOT NULL,                -- de titel van het protocol
  parties TEXT NOT NULL,              -- de partijen, één per regel
  summary TEXT NOT NULL,              -- wat te doen staat, in een zin
  basis TEXT NOT NULL,                -- waaruit de dag volgt
  place TEXT NOT NULL,                -- 'artikel 9'
  page INTEGER,                       -- bladzijde
  quote TEXT NOT NULL,                -- de woorden die de termijn bepalen
  copies TEXT NOT NULL,               -- de oordelen van andere exemplaren, één per regel
  replaced_by TEXT NOT NULL           -- het oordeel van een latere versie; leeg wanneer er geen is
) WITHOUT ROWID;

-- Eén rij per document van een familie, met wat het veranderde en hoeveel elementen anders beoordeeld zijn.
CREATE VIEW family_documents AS
SELECT m.family, f.title AS family_title, d.place, d.name, d.title, m.likeness, m.changes,
  (SELECT count(*) FROM family_criteria c WHERE c.family = m.family AND c.judgement = m.judgement) AS criteria,
  m.judgement = f.example AS example, m.judgement
FROM family_members m JOIN families f ON f.family = m.family JOIN documents d ON d.judgement = m.judgement;

-- Eén rij per spoor van een partij van een verwant protocol, met het document waarin het staat.
CREATE VIEW leftover_documents AS
SELECT d.place AS document, d.name, d.title AS document_title, l.value, l.body, l.kind, l.place, l.page, l.quote, l.times,
  l.reported, l.message, l.suggestion, l.judgement
FROM leftovers l JOIN documents d ON d.judgement = l.judgement;

-- Eén rij per zaak die te doen staat, met het document; wat een latere versie vervangt, staat er niet in.
CREATE VIEW due_documents AS
SELECT u.day, u.kind, d.place AS document, d.name, u.title, u.summary, u.basis, u.place, u.page, u.quote, u.judgement
FROM due u JOIN documents d ON d.judgement = u.judgement
WHERE u.replaced_by = '';

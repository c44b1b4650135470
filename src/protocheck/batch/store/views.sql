-- The views of the store. They hold no data: opening a store of an older version makes them anew.
-- Comments as in schema.sql: Dutch, for docs/store.md.

-- Eén rij per bestand dat er nu staat, met het oordeel dat ervoor geldt. Wat veranderde of verdween, staat er niet
-- meer in; dat blijft te vinden in `files` (present = 0) en `judgements`.
CREATE VIEW documents AS
SELECT f.place, f.name, f.size, j.id AS judgement, j.sha256, j.state, j.verdict, j.title, j.year, j.signed, j.in_force,
  j.ends, j.kind, j.reason, j.hint, j.media_type, j.method, j.pages, j.quality, j.repairs, j.unreadable_pages,
  j.packs, j.rules_digest, j.program_version, j.options
FROM files f JOIN judgements j ON j.id = f.judgement
WHERE f.present = 1;

-- Eén rij per beoordeeld document, met een kolom voor elk van de twaalf elementen en het aantal dat in orde is.
CREATE VIEW criteria_matrix AS
SELECT d.place, d.name, d.title, d.year, d.verdict,
  max(CASE WHEN c.number = 1 THEN c.status END) AS "EGOV-01",
  max(CASE WHEN c.number = 2 THEN c.status END) AS "EGOV-02",
  max(CASE WHEN c.number = 3 THEN c.status END) AS "EGOV-03",
  max(CASE WHEN c.number = 4 THEN c.status END) AS "EGOV-04",
  max(CASE WHEN c.number = 5 THEN c.status END) AS "EGOV-05",
  max(CASE WHEN c.number = 6 THEN c.status END) AS "EGOV-06",
  max(CASE WHEN c.number = 7 THEN c.status END) AS "EGOV-07",
  max(CASE WHEN c.number = 8 THEN c.status END) AS "EGOV-08",
  max(CASE WHEN c.number = 9 THEN c.status END) AS "EGOV-09",
  max(CASE WHEN c.number = 10 THEN c.status END) AS "EGOV-10",
  max(CASE WHEN c.number = 11 THEN c.status END) AS "EGOV-11",
  max(CASE WHEN c.number = 12 THEN c.status END) AS "EGOV-12",
  sum(c.status = 'met') AS met, d.judgement
FROM documents d JOIN criteria c ON c.judgement = d.judgement AND c.criterion GLOB 'EGOV-[0-9][0-9]'
GROUP BY d.place;

-- Wat er ontbreekt: één rij per element dat niet in orde is, met de onderdelen die ontbreken.
CREATE VIEW gaps AS
SELECT d.place, d.name, d.title AS document, d.year, d.verdict, c.criterion, c.title, c.status,
  (SELECT group_concat(title, '; ') FROM (
     SELECT title FROM elements e
     WHERE e.judgement = c.judgement AND e.criterion = c.criterion AND e.status <> 'met' ORDER BY position
   )) AS missing,
  c.place AS "where", c.remarks
FROM documents d JOIN criteria c ON c.judgement = d.judgement
WHERE c.status <> 'met';

-- Elke code van bevindingen: in hoeveel documenten en hoe vaak ze voorkomt. Wat mag blijven staan, telt niet mee.
CREATE VIEW findings_by_code AS
SELECT f.code, max(f.title) AS title, max(f.severity) AS severity,
  count(DISTINCT d.place) AS documents, count(*) AS findings
FROM documents d JOIN findings f ON f.judgement = d.judgement
WHERE f.waived IS NULL
GROUP BY f.code;

-- Welk ondernemingsnummer bij een naam hoort: het enige dat enig protocol bij die naam geeft; anders geen.
CREATE VIEW known_numbers AS
SELECT p.judgement, p.position, CASE
    WHEN p.kbo > '' THEN p.kbo
    WHEN (SELECT min(k.kbo) FROM parties k WHERE k.folded = p.folded AND k.kbo > '')
       = (SELECT max(k.kbo) FROM parties k WHERE k.folded = p.folded AND k.kbo > '')
    THEN (SELECT min(k.kbo) FROM parties k WHERE k.folded = p.folded AND k.kbo > '')
  END AS kbo
FROM parties p;

-- Eén rij per partij van een document. `body` brengt dezelfde instantie samen: haar ondernemingsnummer, ook waar een
-- protocol alleen haar naam noemt en andere bij die naam precies één nummer geven; anders haar naam.
CREATE VIEW party_documents AS
SELECT coalesce(n.kbo, p.folded) AS body, p.name AS party, p.kind, p.role,
  d.place, d.name, d.title, d.year, d.verdict, d.judgement, p.position
FROM documents d JOIN parties p ON p.judgement = d.judgement
JOIN known_numbers n ON n.judgement = p.judgement AND n.position = p.position;

-- Elke instantie, met het aantal protocollen waarin ze partij is, waarin ze meedeelt en ontvangt, en hun oordelen.
CREATE VIEW documents_by_party AS
WITH held AS (
  SELECT body, place, min(party) AS party, max(verdict) AS verdict,
    max(role IN ('sender', 'both')) AS sends, max(role IN ('receiver', 'both')) AS receives
  FROM party_documents GROUP BY body, place
), named AS (
  SELECT body, party, row_number() OVER (PARTITION BY body ORDER BY count(*) DESC, party) AS rank
  FROM held GROUP BY body, party
), counted AS (
  SELECT body, count(*) AS documents, sum(sends) AS sends, sum(receives) AS receives,
    sum(verdict = 'positive') AS positive, sum(verdict = 'conditional') AS conditional,
    sum(verdict = 'negative') AS negative
  FROM held GROUP BY body
)
SELECT c.body, n.party, c.documents, c.sends, c.receives, c.positive, c.conditional, c.negative
FROM counted c JOIN named n ON n.body = c.body AND n.rank = 1;

-- Elk jaar van ondertekening, met het aantal protocollen, hun oordelen en het gemiddelde aantal elementen in orde.
CREATE VIEW documents_by_year AS
SELECT year, count(*) AS documents, sum(verdict = 'positive') AS positive,
  sum(verdict = 'conditional') AS conditional, sum(verdict = 'negative') AS negative, round(avg(met), 2) AS average_met
FROM criteria_matrix
GROUP BY year;

-- Met welke pakketten en welke versie van protocheck de documenten beoordeeld zijn.
CREATE VIEW documents_by_pack_version AS
SELECT packs, program_version, rules_digest, options, count(*) AS documents, sum(verdict = 'positive') AS positive,
  sum(verdict = 'conditional') AS conditional, sum(verdict = 'negative') AS negative
FROM documents
WHERE state = 'judged'
GROUP BY packs, program_version, rules_digest, options;

-- Wat niet beoordeeld werd, en waarom: een ander soort document, onleesbaar, of opzijgezet.
CREATE VIEW refused AS
SELECT place, name, state, kind, reason, hint, media_type, pages
FROM documents
WHERE state <> 'judged';

-- Wat gezien werd maar nog op een oordeel wacht, omdat de audit afgebroken werd of nog loopt.
CREATE VIEW waiting AS
SELECT place, name, size, sha256
FROM files
WHERE present = 1 AND judgement IS NULL;

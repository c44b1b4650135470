"""A made-up protocol in printed lines, for the tests of repair."""

from __future__ import annotations

from protocheck.model.text import SourceText
from protocheck.repair import repair

PROTOCOL = """\
PROTOCOL VOOR DE MEDEDELING VAN PERSOONSGEGEVENS

Tussen de gemeente Meerdonkvelde, met zetel te Molenstraat 12, 9988 Meerdonkvelde, ingeschreven in het
KBO met nummer 0745.112.363, vertegenwoordigd door J.-B. De Groote, algemeen directeur;

en het agentschap Warm Wonen, met zetel te Havenkaai 3, 1000 Brussel, vertegenwoordigd door
François Dubois, administrateur-generaal, hierna de verwerkingsverantwoordelijke genoemd;

A. Het agentschap kent een premie toe aan gezinnen die in de gemeente wonen en aan de voorwaarden
voldoen. De gemeente vermindert voor deze gezinnen de belasting op de verwerking van afval.

B. De functionaris voor gegevensbescherming van de gemeente heeft op 14 maart 2024 advies gegeven.
De functionaris voor gegevensbescherming van het agentschap heeft op 18 maart 2024 advies gegeven.

Artikel 1. Onderwerp

In dit protocol worden de voorwaarden en modaliteiten van de elektronische mededeling omschreven.
Het protocol wordt bekendgemaakt op de website van beide partijen, met vermelding van de datum.

Artikel 2. De gegevens

a) de naam, de voornaam en het adres van de aanvrager van de premie;
b) het rijksregisternummer van de aanvrager, om hem met zekerheid te kunnen herkennen;
c) het bedrag van de premie, om de vermindering van de belasting te kunnen berekenen.

De gegevens worden wekelijks meegedeeld en maximaal twaalf maanden bewaard na de berekening. Wie een
gegeven onjuist vindt, meldt dat aan premies@warmwonen.example of via www.warmwonen.example/melding.

Artikel 3. Maatregelen

1° Alle bestanden worden versleuteld verzonden en de toegang tot de gegevens wordt gelogd.
2° Medewerkers van de dienst Belastingen zijn gebonden door het beroepsgeheim en kunnen enkel met hun
eigen sleutel en wachtwoord in de toepassing. Het OCMW Meerdonkvelde krijgt geen toegang, § 1 uitgezonderd.
3° De bijdrage wordt gestort op BE68 5390 0754 7034 van de gemeente, met melding van het dossiernummer.

Artikel 4. Sanctie

Wanneer een partij de bepalingen van dit protocol niet naleeft, kan de andere partij de mededeling van de
persoonsgegevens onmiddellijk stopzetten zonder ingebrekestelling en zonder schadevergoeding.
"""


def source_of(text: str) -> SourceText:
    return SourceText("proef.txt", "", "text/plain", text, ())


def mended(text: str, *off: str) -> str:
    return repair(source_of(text), off=frozenset(off)).text

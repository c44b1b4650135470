"""The plain protocol of Waterhoek up to its second article; each test adds the third that it needs."""

AGREED = """\
Protocol voor de mededeling van persoonsgegevens

Tussen
de stad Waterhoek, met zetel te 9999 Waterhoek, Dries 1, KBO 0123.456.749,
vertegenwoordigd door Mia Proef, burgemeester;
en
het Agentschap Zonnewering, met zetel te 1000 Brussel, Laan 2, KBO 0987.654.394,
vertegenwoordigd door Jan Proef, directeur;

wordt overeengekomen wat volgt:

Artikel 1. Voorwerp

Dit protocol regelt de mededeling van persoonsgegevens door het agentschap aan de stad.

Artikel 2. Doel

De stad gebruikt de meegedeelde persoonsgegevens om de premie toe te kennen.

"""

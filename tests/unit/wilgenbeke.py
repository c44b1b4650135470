"""One paper on Wilgenbeke, its parties, and what the variables may speak about."""

from __future__ import annotations

from dataclasses import replace

from protocheck.advice.context import Context
from protocheck.model.facts import Contact, Facts
from protocheck.model.package import Package
from tests.unit.papers import at, party, reading

PARTS = (
    ("recital A", "overweging A", "De functionaris adviseerde op 3 mei 2024."),
    (
        "article 4",
        "artikel 4",
        "De gegevens worden elke maand bezorgd, op grond van het decreet van 5 mei 2017.",
    ),
    ("article 5", "artikel 5", "De mededeling duurt vijf jaar."),
    ("article 6", "artikel 6", "De partijen sluiten overeenkomsten volgens artikel 28 van de AVG."),
)
PAPER = reading(PARTS)
AGENCY = party(
    "Agentschap Wonen",
    "sender",
    kbo="0123456749",
    seat="Kaai 1, 1000 Brussel",
    people=[("Jo Maes", "Administrateur-generaal")],
)
TOWN = party("gemeente Wilgenbeke", "receiver", short="Wilgenbeke", seat="Markt 1, 9999 Wilgenbeke")
WELFARE = party("OCMW Wilgenbeke", "receiver", kbo="0999999922")


def context(facts: Facts, **quality: object) -> Context:
    paper = replace(reading(PARTS, **quality), facts=facts)  # type: ignore[arg-type]  # only a Quality is given
    return Context(Package(paper))


def contact(value: str, owner: str) -> Contact:
    return Contact("email", value, owner, dpo=True, personal=False, span=at(PAPER, "De partijen"))

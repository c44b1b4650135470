"""Parties without a block that names them: in a letter, and in a free text."""

from __future__ import annotations

from protocheck.engine.examples import reading_of
from protocheck.model.facts import Facts

LETTER = """\
Stad Waterhoek
Dienst Burgerzaken
Markt 1, 9999 Waterhoek
Ondernemingsnummer 0207.445.120

Aan het Vlaams Agentschap Sneeuwruiming
Havenlaan 12
1000 Brussel

Betreft: mededeling van adresgegevens

Geachte mevrouw Proef

Met deze brief leggen wij vast welke gegevens de stad aan het agentschap bezorgt.

1. {deed}

Onze functionaris voor gegevensbescherming is te bereiken via dpo@waterhoek.example. De software komt van
Sneeuwsoft bv (privacy@sneeuwsoft.example), met wie wij een verwerkersovereenkomst sloten.

Met vriendelijke groeten

Namens de stad Waterhoek
An Proef, burgemeester
Bert Test, algemeen directeur

Voor akkoord, namens het agentschap
Carla Voorbeeld, administrateur-generaal
"""
FREE = """\
De provincie Noordland en de gemeente Heikant spreken het volgende af.

De provincie geeft de gemeente maandelijks de lijst van eigenaars van een windmolen.

De provincie is gevestigd te 8000 Noordstad, Provinciestraat 4, en heeft ondernemingsnummer 0207.445.120.
De gemeente heeft nummer 0212.221.110 en haar zetel in de Dorpsstraat 1, 8001 Heikant.
"""


def facts(text: str) -> Facts:
    """What is stated in a text."""
    return reading_of(text).facts


def test_a_letter_has_who_writes_and_who_is_written_to() -> None:
    writer, reader = facts(LETTER.format(deed="Wij bezorgen u elke maand een lijst.")).parties
    assert (writer.name, writer.kbo, writer.seat) == (
        "Stad Waterhoek",
        "0207445120",
        "Markt 1, 9999 Waterhoek",
    )
    assert (reader.name, reader.seat) == ("Vlaams Agentschap Sneeuwruiming", "Havenlaan 12 1000 Brussel")
    assert [(p.name, p.function) for p in writer.representatives] == [
        ("An Proef", "burgemeester"),
        ("Bert Test", "algemeen directeur"),
    ]
    assert [p.name for p in reader.representatives] == ["Carla Voorbeeld"]


def test_what_we_and_you_do_tells_who_sends() -> None:
    given = facts(LETTER.format(deed="Wij bezorgen u elke maand een lijst.")).parties
    asked = facts(LETTER.format(deed="U bezorgt ons elke maand een lijst; wij gebruiken die.")).parties
    assert [p.role for p in given] == ["sender", "receiver"]
    assert [p.role for p in asked] == ["receiver", "sender"]


def test_the_box_of_a_processor_reaches_no_officer() -> None:
    found = facts(LETTER.format(deed="Wij bezorgen u elke maand een lijst.")).contacts
    assert [c.value for c in found if c.dpo] == ["dpo@waterhoek.example"]


def test_the_bodies_that_agree_in_a_free_text_are_parties() -> None:
    province, commune = facts(FREE).parties
    assert (province.name, province.kbo) == ("provincie Noordland", "0207445120")
    assert (commune.name, commune.kbo) == ("gemeente Heikant", "0212221110")
    assert (province.seat, commune.seat) == (
        "8000 Noordstad, Provinciestraat 4",
        "Dorpsstraat 1, 8001 Heikant",
    )


def test_bodies_that_agree_on_nothing_are_no_parties() -> None:
    assert facts("De provincie Noordland en de gemeente Heikant liggen naast elkaar.\n").parties == ()

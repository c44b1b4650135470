from __future__ import annotations

from protocheck.batch.passages import passages
from protocheck.ingest.read import read
from protocheck.pipeline import study

TEXT = """PROTOCOL OVER DE TOELAGE

Tussen de gemeente Wilgenbeke en het OCMW.

Artikel 1. Gegevens
Meegedeeld worden:
- naam;
- adres.

1.1. Frequentie
Elke maand.

Artikel 2. Duur
Drie jaar.
"""


def parts(text: str) -> list[tuple[str, str, str]]:
    reading = study(read(None, data=text.encode(), name="p.txt"))
    return [(each.label, each.heading, each.text) for each in passages(reading.outline)]


def test_every_part_stands_once_in_the_order_of_the_text() -> None:
    made = parts(TEXT)
    assert ("artikel 1", "Gegevens", "Meegedeeld worden:\n- naam;\n- adres.") in made
    assert ("artikel 1.1", "Frequentie", "Elke maand.") in made
    assert ("artikel 2", "Duur", "Drie jaar.") in made
    text = "\n".join(each[2] for each in made)
    for words in ("Elke maand", "Drie jaar", "naam;", "de gemeente Wilgenbeke"):
        assert text.count(words) == 1
    assert [each[0] for each in made if each[0].startswith("artikel")] == [
        "artikel 1",
        "artikel 1.1",
        "artikel 2",
    ]


def test_nothing_of_the_text_is_lost() -> None:
    made = parts(TEXT)
    held = " ".join(" ".join(each) for each in made).lower()
    assert [word for word in TEXT.split() if word.strip(".:;-").lower() not in held] == []

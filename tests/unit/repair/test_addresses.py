from __future__ import annotations

import pytest

from tests.unit.repair.paper import mended


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("mail naar dpo@ocmw-\nzonnebeek.example of bel", "mail naar dpo@ocmw-zonnebeek.example\nof bel"),
        ("mail naar dpo@\nzonnebeek.example.", "mail naar dpo@zonnebeek.example."),
        ("mail naar dpo\n@zonnebeek.example en", "mail naar dpo@zonnebeek.example\nen"),
        ("mail gegevens-\nbescherming@stad.example nu", "mail gegevens-bescherming@stad.example\nnu"),
        ("mail naar dpo@zonnebeek.ex\nample", "mail naar dpo@zonnebeek.example"),
        ("gegevens@zon\nnebeek-\nwater.example\nnu", "gegevens@zonnebeek-water.example\nnu"),
        ("mail naar pri-\nvacy@zonnebeek.example nu", "mail naar privacy@zonnebeek.example\nnu"),
        ("zie www.zonnebeek.example/over-\nons voor meer", "zie www.zonnebeek.example/over-ons\nvoor meer"),
        ("zie https://www.zonnebeek.\nexample/dpo.", "zie https://www.zonnebeek.example/dpo."),
        ("de ouder en/\nof de voogd", "de ouder en/of\nde voogd"),
        ("de stad Sint-\nNiklaas deelt", "de stad Sint-Niklaas\ndeelt"),
        ("mevrouw Anne-\nSofie Maes", "mevrouw Anne-Sofie\nMaes"),
    ],
)
def test_what_a_line_end_cut_is_whole_again(raw: str, expected: str) -> None:
    assert mended(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "mail naar dpo@zonnebeek.example\nof bel de dienst",
        "zie www.zonnebeek.example\nen vraag ernaar",
        "zie www.zonnebeek.example/\nde dienst antwoordt",
        "een vraag aan de functionaris\ndpo@zonnebeek.example",
        "dpo@zonnebeek.example\ninfo@zonnebeek.example",
        "het bestuur van Zonnebeek -\nDe dienst",
        "op www.zonnebeek.example/dpo/\n- de dienst",
        "de gegevens van 2024/\n2025 worden",
    ],
)
def test_what_stands_on_two_lines_on_purpose_stays(raw: str) -> None:
    assert mended(raw) == raw


def test_a_cut_address_in_a_cell_stays_in_its_cell() -> None:
    raw = "Contact\tdpo@zonnebeek.ex\nample\tprivacy@water\nweg.example"
    assert mended(raw) == "Contact\tdpo@zonnebeek.example\tprivacy@waterweg.example"
    raw = "Contact\tfunctionaris@\nzonne\nbeek.example\tdpo@waterweg\n.example"
    assert mended(raw) == "Contact\tfunctionaris@zonnebeek.example\tdpo@waterweg.example"
    raw = "Site\thttps://www.zonnebeek.example/proto\ncollen\tja"
    assert mended(raw) == "Site\thttps://www.zonnebeek.example/protocollen\tja"

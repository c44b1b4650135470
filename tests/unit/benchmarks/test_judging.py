"""Where the evidence of a criterion stands, as the measure of accuracy names it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.judging import places_of
from protocheck.pipeline import examine, study

LETTERS = ("DE VRAAG", "HET DOEL", "DE BEVEILIGING", "HET BESLUIT")
TEXTS = (
    "De gemeente Zandwerve deelt gegevens mee aan het Fonds Kleine Hoeven, dat ze ontvangt.",
    "Het fonds gebruikt de gegevens om na te gaan welke hoeves een premie kunnen krijgen.",
    "De gegevens worden versleuteld doorgestuurd en wie ze raadpleegt, meldt zich aan met twee factoren.",
    "Het comité machtigt de mededeling onder de voorwaarden van deze beraadslaging.",
)


def _paper(folder: Path, articles: str) -> Path:
    parts = [
        "\n\n".join((f"{letter}. {title}", *(f"{articles.format(at=2 * at + n)}{text}" for n in (1, 2)), ""))
        for at, (letter, title, text) in enumerate(zip("ABCD", LETTERS, TEXTS, strict=True))
    ]
    path = folder / "beraadslaging.txt"
    path.write_text("\n".join(["PROTOCOL OVER DE PREMIES VOOR KLEINE HOEVEN\n", *parts]), "utf-8")
    return path


def test_paragraphs_counted_through_stand_in_their_letter(tmp_path: Path) -> None:
    path = _paper(tmp_path, "{at}. ")
    report, outline = examine(path, force=True), study(path, "protocol").outline
    assert [part.number for part in outline.of_kind("chapter")] == list("ABCD")
    refs = places_of(report, outline)["EGOV-06"]
    assert {"article 5", "article C"} <= set(refs)


def test_letters_that_are_articles_keep_their_name(tmp_path: Path) -> None:
    path = _paper(tmp_path, "")
    report, outline = examine(path, force=True), study(path, "protocol").outline
    assert set(places_of(report, outline)["EGOV-06"]) <= {part.ref for part in outline.walk()}

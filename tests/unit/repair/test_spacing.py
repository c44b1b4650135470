from __future__ import annotations

import pytest

from protocheck.repair import repair
from tests.damage import damage
from tests.unit.repair.paper import PROTOCOL, mended, source_of


def split_after(glyphs: str, text: str, *, double: bool = True) -> str:
    """Return the text with a blank after each glyph, on lines that are not headings."""
    lines = []
    for line in text.split("\n"):
        wide = "".join(c + " " if c in glyphs and i + 1 < len(line) else c for i, c in enumerate(line))
        lines.append(wide if double else " ".join(wide.split()))
    return "\n".join(lines)


def test_a_learned_pattern_with_double_blanks_is_undone_to_the_letter() -> None:
    raw = split_after("mwOMG@", PROTOCOL)
    assert "verm indert" in raw
    assert "stichting" not in raw
    assert mended(raw) == PROTOCOL


def test_rules_tell_exact_from_guessed() -> None:
    exact = {e.rule for e in repair(source_of(split_after("mwOMG@", PROTOCOL))).edits}
    guessed = {e.rule for e in repair(source_of(split_after("mwOMG@", PROTOCOL, double=False))).edits}
    assert "spacing/exact" in exact
    assert guessed == {"spacing/lexicon"}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["wide-collapsed", "wide-noisy", "split"])
def test_most_words_are_mended_without_doubles(kind: str, seed: int) -> None:
    raw = damage(PROTOCOL, kind, "medium", seed)
    words = set(PROTOCOL.split())
    found = mended(raw).split()
    assert "".join(found) == "".join(PROTOCOL.split())
    assert sum(word in words for word in found) >= 0.9 * len(found)


def test_what_is_no_word_survives_beside_damage() -> None:
    raw = split_after("mw", PROTOCOL) + (
        "\nKolom A en kolom B, zie A, B en C, bij J. de Smet en M. Leroux, rue de la Loi 16.\n"
        "a) artikel 5bis, b) § 1 en § 2, c) 1° en 2°, d) KBO 0745.112.363, e) BE68 5390 0754 7034.\n"
        "Op 01/02/2025 en 3 mei 2024 om 10 u. 30, zie https://data.example/x/y en dpo@stad.example.\n"
    )
    tail = raw.split("\n")[-4:-1]
    assert mended(raw).split("\n")[-4:-1] == tail


def test_real_pairs_stay_apart() -> None:
    raw = split_after("mw", PROTOCOL, double=False)
    text = mended(raw)
    assert "om de vermindering" in text
    assert "om hem met zekerheid te" in text


def test_english_is_not_glued_together() -> None:
    raw = "This is a manual in English. Here we go on and on, as a matter of fact.\n" * 40
    assert mended(raw) == raw


def test_a_pronoun_in_capital_stays_apart_from_the_word_it_precedes() -> None:
    raw = split_after("mwvU", PROTOCOL, double=False)
    raw += "\nU ontv angt v an ons de naam en U w ist die na een jaar.\n"
    assert mended(raw).endswith("\nU ontvangt van ons de naam en U wist die na een jaar.\n")


def test_a_cut_word_before_a_cut_address_is_no_part_of_it() -> None:
    raw = split_after("mwg@", PROTOCOL, double=False)
    raw += "\nFunctionaris g eg evensbescherm ing fg @ stad.exam ple\n"
    assert mended(raw).endswith("\nFunctionaris gegevensbescherming fg@stad.example\n")


@pytest.mark.parametrize(
    "line",
    [
        "Een boete volgt per dag en per dossier dat te laat komt.",
        "Er komt geen verslag en geen nota van de dienst.",
        "De kost van het gebruik te dragen valt de stad niet zwaar.",
        "Het agentschap van publiek recht draagt de kosten.",
        "Zij hebben elk een functionaris die hen helpt.",
        "Het is een risico om er later op terug te komen.",
        "Namens de stad Meerdonk en Elzegem tekent de burgemeester.",
        "Mevrouw Bo de Wilde en de heer Van den Heuvel tekenen.",
        "Volgens lid 1, onder c) en e), van de verordening is dat nodig.",
    ],
)
@pytest.mark.parametrize("glyphs", ["mwkg", "mwvBUk"])
def test_words_that_could_be_one_stay_apart_where_the_words_around_say_so(line: str, glyphs: str) -> None:
    raw = split_after(glyphs, PROTOCOL, double=False) + line + "\n"
    assert mended(raw).endswith(f"\n{line}\n")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "De dag en van de week zijn geteld, 30 dag en lang.",
            "De dagen van de week zijn geteld, 30 dagen lang.",
        ),
        (
            "De verschillende dag en staan in artikel en 4 en 5.",
            "De verschillende dagen staan in artikelen 4 en 5.",
        ),
        ("De stad noemt dat 'Ver dag ing' en dag en.", "De stad noemt dat 'Verdaging' en dagen."),
        (
            "De stad IJ zerdonk en de dienst teken en.",
            "De stad IJzerdonk en de dienst tekenen.",
        ),
    ],
)
def test_words_cut_at_random_are_joined_where_the_words_around_say_so(raw: str, expected: str) -> None:
    damaged = damage(PROTOCOL, "split", "heavy", 3)
    assert mended(f"{damaged}{raw}\n").endswith(f"\n{expected}\n")


def test_hard_blanks_beside_false_ones_are_no_doubles() -> None:
    raw = split_after("mwg", PROTOCOL * 3, double=False).replace("om de", "om \u00a0de")
    assert {edit.rule for edit in repair(source_of(raw)).edits} <= {"spacing/lexicon", "unicode"}

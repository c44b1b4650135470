"""From what tesseract writes to words: places, noise, bullets, sections and notes."""

from __future__ import annotations

import pytest

from protocheck.ingest.ocr_hocr import Recognised, words_of
from protocheck.ingest.ocr_lines import rejoined
from protocheck.ingest.ocr_notes import named
from protocheck.ingest.ocr_restored import restore
from protocheck.ingest.pdf_words import Word


def line(*words: tuple[str, int, int, int, int, int], size: float = 30, foot: int = -6) -> str:
    box = f"bbox {words[0][1]} {min(w[2] for w in words)} {words[-1][3]} {max(w[4] for w in words)}"
    spans = "".join(
        f"<span class='ocrx_word' id='w' title='bbox {x0} {top} {x1} {low}; x_wconf {sure}'>{text}</span>"
        for text, x0, top, x1, low, sure in words
    )
    title = f"{box}; baseline 0 {foot}; x_size {size}; x_descenders 6; x_ascenders 6"
    return f"<span class='ocr_line' id='l' title=\"{title}\">{spans}</span>"


def texts(found: Recognised) -> list[str]:
    return [word.text for word in found.words]


def test_words_stand_at_their_place_in_points() -> None:
    found = words_of(line(("Artikel", 100, 200, 220, 230, 90), ("1", 230, 200, 240, 224, 70)), 0.36)
    first, second = found.words
    assert (first.text, first.x0, first.x1, first.top, first.bottom) == ("Artikel", 36.0, 79.2, 72.0, 82.8)
    assert (first.base, first.size, first.spaced, second.spaced) == (80.64, 10.8, False, True)
    assert found.confidence == 0.875  # by letters: seven at 90, one at 70


def test_places_count_from_the_page_and_not_from_the_picture_set_straight() -> None:
    (word,) = words_of(line(("Doel", 100, 200, 220, 230, 90)), 0.5, left=10, top=20).words
    assert (word.x0, word.top) == (45.0, 90.0)


def test_rules_specks_and_rows_of_dots_are_no_words() -> None:
    assert texts(words_of(line(("|", 10, -20, 12, 30, 95), ("Naam", 20, 0, 90, 24, 95)), 1)) == ["Naam"]
    assert texts(words_of(line(("'", 10, 18, 12, 22, 20), ("Naam", 40, 0, 90, 24, 95)), 1)) == ["Naam"]
    dotted = line(
        ("Doel", 10, 0, 90, 24, 95),
        ("ESRA", 100, 10, 190, 24, 0),
        ("nne", 200, 10, 500, 24, 16),
        ("ETL", 510, 10, 590, 24, 12),
        ("4", 600, 0, 610, 24, 91),
    )
    assert texts(words_of(dotted, 1)) == ["Doel", "4"]


def test_a_printed_bar_between_words_stays() -> None:
    row = line(("Naam", 20, 0, 90, 24, 95), ("|", 100, -2, 103, 28, 94), ("herkennen", 115, 0, 300, 24, 95))
    assert texts(words_of(row, 1)) == ["Naam", "|", "herkennen"]


def test_an_unsure_word_of_some_length_stays() -> None:
    assert texts(words_of(line(("Duinmonde", 10, 0, 200, 24, 12)), 1)) == ["Duinmonde"]


@pytest.mark.parametrize("read", ["e", "°", "©", "*"])
def test_bullets_get_their_sign_back(read: str) -> None:
    assert texts(words_of(line((read, 10, 8, 22, 24, 60), ("naam", 60, 0, 120, 24, 95)), 1))[0] == "•"


def test_a_dash_before_a_sound_line_opens_an_item() -> None:
    assert texts(words_of(line(("-", 10, 12, 20, 14, 30), ("naam", 40, 0, 120, 24, 95)), 1))[0] == "-"


def test_a_dash_is_no_mark_of_a_note() -> None:
    item = line(("-", 244, 2047, 252, 2050, 91), ("De", 265, 2035, 301, 2057, 95), size=29)
    assert texts(words_of(item, 1)) == ["-", "De"]


def test_a_raised_sign_before_small_letters_is_a_note() -> None:
    body = line(*(("gegevens", 100 * i, 0, 100 * i + 80, 24, 95) for i in range(12)))
    cited = line(
        ("reglement", 10, 40, 200, 64, 92), ("sportpas?", 220, 40, 400, 64, 44), ("De", 420, 40, 450, 64, 95)
    )
    note = line(("Ì", 10, 200, 14, 211, 0), ("Vastgesteld", 28, 200, 160, 220, 96), size=22, foot=0)
    page = list(words_of(body + cited + note, 1).words)
    restore([page])
    assert [word.text for word in page][-5:] == ["reglement", "sportpas.¹", "De", "¹", "Vastgesteld"]


def test_a_raised_speck_before_large_letters_is_none() -> None:
    body = line(*(("gegevens", 100 * i, 0, 100 * i + 80, 24, 95) for i in range(5)))
    page = list(words_of(line(("'", 2, 0, 5, 8, 40), ("Naam", 20, 0, 90, 24, 95), foot=0) + body, 1).words)
    restore([page])
    assert page[0].text == "Naam"


def word(text: str) -> Word:
    return Word(text, 0, 10, 0, 10, 8, 10, bold=False, spaced=True)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("artikel 8, $1, van", "artikel 8, §1, van"),
        ("artikel 8, 81, van", "artikel 8, §1, van"),
        ("artikelen 8, 81 en", "artikelen 8, 81 en"),
        ("artikel 8, 5° van", "artikel 8, 5° van"),
        ("bedraagt 81, of", "bedraagt 81, of"),
    ],
)
def test_the_sign_of_a_section(read: str, meant: str) -> None:
    words = [word(each) for each in read.split()]
    restore([words])
    assert " ".join(each.text for each in words) == meant


def test_sizes_that_wander_are_one_size_and_others_stay() -> None:
    words = [word("gegevens") for _ in range(20)]
    for each, size in zip(words, [10.1, 9.8, 10.4, 10.1, 10.1] * 3 + [13.0] * 2 + [8.2] * 3, strict=True):
        each.size = size
    restore([words])
    assert {each.size for each in words} == {10.1, 13.0, 8.2}


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([2], "Pagina 2"),
        ([2, 3], "Pagina's 2 en 3"),
        ([1, 2, 3, 7], "Pagina's 1 tot 3 en 7"),
        ([1, 2, 3], "Pagina's 1 tot 3"),
    ],
)
def test_pages_are_named(numbers: list[int], said: str) -> None:
    assert named(numbers) == said


# -- what the run of headings and the signs around it tell


def written(text: str, size: float = 10.0) -> Word:
    return Word(text, 0, 10, 0, 10, 0, size, bold=False, spaced=False)


def restored(*lines: str) -> list[str]:
    """Return the lines after what the whole document tells of them."""
    page: list[Word] = []
    for number, line in enumerate(lines):
        for index, text in enumerate(line.split()):
            word = written(text)
            word.spaced, word.base, word.x0 = index > 0, 14.0 * number, 50.0 * index
            page.append(word)
    restore([page])
    found: list[str] = []
    for word in page:
        if word.spaced:
            found[-1] += f" {word.text}"
        else:
            found.append(word.text)
    return found


@pytest.mark.parametrize("read", ["1. WERK", "l. WERK", "| WERK", "L. WERK", "L WERK"])
def test_an_i_between_h_and_j(read: str) -> None:
    assert restored("G. GEBRUIK", "H. FOUTEN", "Tekst.", read, "J. LEKKEN")[3] == "I. WERK"


def test_strokes_elsewhere_stay() -> None:
    lines = ("A. DOEL", "1. Naam", "2. Adres", "B. DUUR", "L. Janssens tekent", "C. SLOT")
    assert restored(*lines) == list(lines)


def test_a_roman_number_read_as_strokes() -> None:
    assert restored("HOOFDSTUK |. Algemeen", "HOOFDSTUK II. Gegevens", "HOOFDSTUK lll. Slot") == [
        "HOOFDSTUK I. Algemeen",
        "HOOFDSTUK II. Gegevens",
        "HOOFDSTUK III. Slot",
    ]


def test_stops_of_numbers_in_a_run() -> None:
    read = ("Art. 6. Duur", "Art: 7. Fouten", "Art. 8, Sancties", "Art. 9. Slot", "Art. 10. Tekens")
    assert restored(*read)[1:3] == ["Art. 7. Fouten", "Art. 8. Sancties"]
    cited = ("Artikel 6. Duur", "Artikel 7. Fouten", "Artikel 8, § 1, van dat decreet", "Artikel 8. Slot")
    assert restored(*cited) == list(cited)


def test_dots_of_addresses_and_dashes_of_items() -> None:
    assert restored("=de gemeente, bereikbaar op dpo@molenrode:example,") == [
        "- de gemeente, bereikbaar op dpo@molenrode.example,"
    ]
    assert restored("privacy@wandelbond", "„example", "fg@elsgracht.example", "‘nieuw’")[:2] == [
        "privacy@wandelbond",
        ".example",
    ]


def test_a_lone_first_word_goes_back_to_its_line() -> None:
    heads = [written("De"), written("Een")]
    body = [written("gegevens"), written("lijst")]
    for number, (head, rest) in enumerate(zip(heads, body, strict=True)):
        head.base = rest.base = 14.0 * number
        rest.x0, rest.x1 = 13.0, 50.0
    assert [(w.text, w.spaced) for w in rejoined([*heads, *body])] == [
        ("De", False),
        ("gegevens", True),
        ("Een", False),
        ("lijst", True),
    ]

from __future__ import annotations

import json

import pytest

from protocheck.batch.answer import pack, unpack
from protocheck.batch.refusals import neutral, unnamed
from protocheck.batch.settings import Settings
from protocheck.model.audit import Judgement, Passage, State
from protocheck.model.limits import Limits

MADE = Judgement(
    "a" * 64,
    State.JUDGED,
    report='{"schema": "protocheck/advice@1", "naam": "Café"}\n',
    passages=(Passage("article 4", "article", "artikel 4", "Duur", 2, "Drie jaar.\nMet €."),),
    media_type="application/pdf",
    pages=3,
    quality=0.97,
    method="text-layer",
)


def test_a_judgement_survives_the_way() -> None:
    assert unpack(pack(MADE), "a" * 64) == MADE


def test_the_digest_is_what_the_audit_says() -> None:
    assert unpack(pack(MADE), "b" * 64).sha256 == "b" * 64


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("state", "anders"),
        ("state", None),
        ("reason", 5),
        ("pages", "drie"),
        ("pages", True),
        ("quality", "NaN"),
        ("quality", float("inf")),
        ("passages", [["article 4"]]),
        ("passages", [["a", "b", "c", "d", "e", "f"]]),
        ("passages", 7),
    ],
)
def test_what_is_no_judgement_is_refused(key: str, value: object) -> None:
    head = json.loads(pack(MADE).split(b"\n")[0]) | {key: value}
    with pytest.raises(ValueError, match=r"."):
        unpack(json.dumps(head).encode() + b"\n", "a" * 64)


@pytest.mark.parametrize(
    "data", [b"", b"rommel", b"[]\n", b"{}\n", b"[" * 100_000, b'{"state": "judged"}\n\xff']
)
def test_rubbish_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(data, "a" * 64)


def test_half_a_character_becomes_a_question_mark() -> None:
    head = json.loads(pack(MADE).split(b"\n")[0]) | {"reason": "half \ud800"}
    assert unpack(json.dumps(head).encode() + b"\n", "a").reason == "half ?"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{} is leeg.", "Het document is leeg."),
        ("Het bestand {} bestaat niet.", "Het bestand bestaat niet."),
        ("In {} staat geen tekst.", "In het document staat geen tekst."),
        ("Het lezen van {} duurde te lang.", "Het lezen van het document duurde te lang."),
    ],
)
def test_a_reason_names_no_file(message: str, said: str) -> None:
    called = unnamed("map/is.PDF")
    assert called.endswith(".pdf")
    assert neutral(message.format(called), called) == said


def test_settings_survive_the_way() -> None:
    settings = Settings("sha256:1", ("/pakket",), "never", "original", "geheim", Limits(pages=7), "/thuis", 5)
    assert Settings.of(json.loads(json.dumps(settings.plain()))) == settings


def test_no_password_is_part_of_the_key() -> None:
    assert Settings("sha256:1", password="geheim").key == {"ocr": "auto", "view": "final"}  # noqa: S106 - made up


def test_the_other_forms_of_words_come_along() -> None:
    passage = Passage("article 4", "article", "artikel 4", "Duur", 2, "Drie jaren.", "drie jar")
    made = Judgement("ab" * 32, State.JUDGED, passages=(passage,))
    assert unpack(pack(made), made.sha256).passages == (passage,)

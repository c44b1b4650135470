from __future__ import annotations

import hashlib
from pathlib import Path

from benchmarks import audit_archive, audit_words
from benchmarks.gold import corpus

TEXT = """PROTOCOL tussen de gemeente Wilgenbeke en het agentschap

De gemeente Wilgenbeke, ondernemingsnummer 0116.384.261, vertegenwoordigd door de heer Odilon Verstichelen,
sluit op 12 maart 2024 dit protocol, ref. LV/2024/PROT/0117, volgens het decreet van 18 juli 2008.
"""


def test_the_same_number_gives_the_same_text_and_another_number_another() -> None:
    assert audit_words.changed(TEXT, 7) == audit_words.changed(TEXT, 7)
    assert len({audit_words.changed(TEXT, number) for number in range(200)}) == 200


def test_names_days_and_numbers_change_and_acts_stay() -> None:
    text = audit_words.changed(TEXT, 3)
    for gone in ("Wilgenbeke", "0116.384.261", "Odilon", "PROT/0117"):
        assert gone not in text
    assert "decreet van 18 juli 2008" in text
    assert "maart 2024" in text
    assert text.endswith("\n\nDossier 00003\n")


def test_a_number_of_a_company_has_the_right_check_digits() -> None:
    for number in range(50):
        text = audit_words.changed("nummer 0116.384.261", number)
        digits = text.split()[1].replace(".", "")
        assert len(digits) == 10
        assert 97 - int(digits[:8]) % 97 == int(digits[8:])


def test_an_archive_is_made_of_the_tuned_papers_alone_and_no_two_documents_are_alike(tmp_path: Path) -> None:
    held_back = {gold.document for gold in corpus() if gold.part == "heldback"}
    assert not held_back & {gold.document for gold in audit_archive._tuned()}
    (part,) = audit_archive.archive(tmp_path / "een", 1)
    files = sorted(part.iterdir())
    assert len(files) == audit_archive.PART == sum(audit_archive.SHARES.values())
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in files}) == len(files)
    assert {path.name.split("-")[0] for path in files} == set(audit_archive.SHARES)


def test_an_archive_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "deel-00").mkdir()
    assert audit_archive.archive(tmp_path, 1) == [tmp_path / "deel-00"]
    assert list(tmp_path.iterdir()) == [tmp_path / "deel-00"]

"""One protocol gets the same twelve statuses as text, as PDF of three producers, as Word, and damaged."""

from pathlib import Path

import pytest

from benchmarks.formats import blocks_of
from benchmarks.gold import read_gold
from benchmarks.judging import rules
from benchmarks.reading import statuses
from scripts.make_inputs import CLEAN, HEAD, make, producers
from tests.documents_docx import Options, compose
from tests.documents_pdf import Options as PdfOptions
from tests.documents_pdf import typeset
from tests.e2e.program import advise

CORPUS = Path(__file__).parents[2] / "corpus"
PAPERS = ("schoolpremie-wilgenbeke", "kaderprotocol-abonnementen-waterhoek", "sportpas-hazegem")
# Each of another form: questions as headings with a list below one, parties in a table, letters as numbers,
# capitals, labels, numbered paragraphs under headings, a form, a letter, underlined headings, a framework.
FORMS = (
    "sportclubsubsidie-plaatselijk-elsgracht",
    "huuroverbrugging-brakelhoven",
    "uitpas-kansentarief-steenvaarde",
    "sociale-economie-welzijnsvereniging-ravenbeke",
    "zelfredzaamheid-hulpverleningszone",
    "taalcursisten-klare-taal-brielhoven",
    "parkeerverbod-takeldienst-maarsedonk",
    "museumkaart-karveel",
    "loopbaancheques-kompasroute",
    "leerlinggegevens-clb-stappen",
    "kaderprotocol-verblijfsbelasting",
    "veteranenkaart-heuvelgem",
)
DAMAGED = ("narrow", "constant", "fake-blanks", "no-blanks", "letter-spaced")


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_same_statuses(tmp_path: Path, paper: str) -> None:
    (document,) = CORPUS.glob(f"{paper}/protocol.*")
    expected = advise(document).statuses
    made = make(tmp_path, {paper: blocks_of(document)}, producers())
    kinds = {CLEAN, *DAMAGED}
    # Each producer as it is, each kind of damage by one of them: a run of the program takes a second.
    chosen = [
        each for number, each in enumerate(made) if each.kind == CLEAN or number % len(producers()) == 0
    ]
    assert {each.kind for each in chosen} == kinds
    found = {each.path.name: advise(each.path) for each in chosen}
    other = {name: advice.statuses for name, advice in found.items() if advice.statuses != expected}
    assert not other
    assert not [each for each in found.values() if HEAD in str(each.document["title"])]


@pytest.mark.parametrize("paper", FORMS)
def test_same_statuses_in_other_forms(tmp_path: Path, paper: str) -> None:
    gold = read_gold(CORPUS / paper / "gold.yaml")
    blocks = blocks_of(gold.document)
    word = compose(blocks, tmp_path / "stuk.docx", Options(numbered=True, head="Ontwerp"))
    printed = typeset(blocks, tmp_path / "stuk.pdf", PdfOptions(head=HEAD, repeat_head=True))
    expected = statuses(gold, gold.document)
    assert len(expected) == len(rules().criteria)
    assert statuses(gold, word) == expected
    assert statuses(gold, printed) == expected

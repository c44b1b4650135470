"""How the text of each page came about: in the report, and in a sentence for who reads it."""

from __future__ import annotations

from dataclasses import replace

from protocheck.advice.linted import provenance
from protocheck.model.geometry import Span
from protocheck.model.report import CriterionInfo, DecisionInfo, ElementInfo, EvidenceInfo, Report
from protocheck.model.reported import AnnexInfo, ProvenanceInfo, RunInfo
from protocheck.model.text import Method, Page, SourceText
from protocheck.report import as_markdown, as_terminal, wording
from tests.unit.reports import report


def paper(*pages: tuple[Method, float], method: Method = "text-layer") -> SourceText:
    leaves = tuple(
        Page(number, Span(0, 0), way, confidence=sure) for number, (way, sure) in enumerate(pages, start=1)
    )
    return SourceText("p.pdf", "ab", "application/pdf", "", (), leaves, method=method)


def runs(source: SourceText) -> list[tuple[int | None, int | None, str, float]]:
    return [(each.first, each.last, each.method, each.confidence) for each in provenance(source)]


def test_pages_that_came_the_same_way_stand_together() -> None:
    found = runs(paper(("text-layer", 1.0), ("text-layer", 1.0), ("ocr", 0.912), ("ocr", 0.8), ("none", 1.0)))
    assert found == [
        (1, 2, "text-layer", 1.0),
        (3, 3, "ocr", 0.91),
        (4, 4, "ocr", 0.8),
        (5, 5, "none", 1.0),
    ]


def test_a_format_without_pages_came_one_way() -> None:
    assert runs(paper(method="docx")) == [(None, None, "docx", 1.0)]


def shown(*ways: ProvenanceInfo) -> Report:
    made = report()
    return replace(made, document=replace(made.document, provenance=ways))


def way(first: int, last: int, method: str, confidence: float = 1.0) -> ProvenanceInfo:
    return ProvenanceInfo(first=first, last=last, method=method, confidence=confidence)


MIXED = shown(
    way(1, 3, "text-layer"), way(4, 4, "ocr", 0.87), way(5, 5, "ocr", 0.93), way(6, 6, "text-layer")
)
SENTENCE = (
    "Herkomst van de tekst: tekstlaag van de pdf op bladzijden 1-3, 6; "
    "tekstherkenning van een scan op bladzijden 4-5 (zekerheid 87-93 %)."
)


def test_a_mixed_document_says_so_in_one_sentence() -> None:
    assert SENTENCE in as_markdown.render(MIXED)
    assert SENTENCE in as_terminal.render(MIXED, width=300)


def test_a_plain_text_layer_needs_no_sentence() -> None:
    assert "Herkomst" not in as_markdown.render(shown(way(1, 6, "text-layer")))


def test_an_annex_tells_how_it_was_read() -> None:
    annex = AnnexInfo(
        name="bijlage.pdf",
        sha256="ab",
        document="annex-1",
        provenance=(way(1, 1, "text-layer"), way(2, 2, "ocr", 0.9)),
        notes=("Pagina 3 is niet gelezen.",),
    )
    said = as_markdown.render(replace(report(), annexes=(annex,)))
    assert "tekstherkenning van een scan op bladzijde 2 (zekerheid 90 %)." in said
    assert "Pagina 3 is niet gelezen." in said


def test_rules_in_a_row_that_did_not_run_are_named_as_one_stretch() -> None:
    def of(*ids: str) -> str:
        runs = tuple(RunInfo(id=each, state="skipped", reason="niet van toepassing") for each in ids)
        return wording.not_run(runs)[0]

    assert of("O701", "O702", "O703").startswith("De regels O701 tot en met O703 werden niet toegepast")
    assert of("O701", "O703").startswith("De regels O701 en O703 werden")


def by_words(*labels: str) -> CriterionInfo:
    evidence = tuple(
        EvidenceInfo(
            document="protocol",
            ref="article 2",
            label=label,
            heading="",
            page=1,
            quote="...",
            signal="woorden",
        )
        for label in labels
    )
    element = ElementInfo(id="doel", title="het doel", status="met", evidence=tuple(range(len(labels))))
    return replace(report().criteria[1], elements=(element,), evidence=evidence, decision=None)


def test_who_reads_is_told_what_rests_on_all_the_words_of_a_passage_only() -> None:
    made = report()
    sure, one, other = made.criteria[0], by_words("artikel 2", "artikel 2"), by_words("overweging C")
    assert wording.by_words(replace(made, criteria=(sure,))) == []
    told = (
        f"Lees zelf na: punt {one.number} (artikel 2) steunt op alle woorden van de passage samen, "
        "niet op een formulering die de regels kennen."
    )
    assert wording.by_words(replace(made, criteria=(sure, one))) == [told]
    both = replace(made, criteria=(one, replace(other, number=9)))
    said = f"Lees zelf na: punt {one.number} (artikel 2) en punt 9 (overweging C) steunen op alle woorden van"
    assert said in as_markdown.render(both)
    assert said in as_terminal.render(both, width=300)


def test_what_the_officer_decided_needs_no_second_reading() -> None:
    settled = replace(by_words("artikel 2"), decision=DecisionInfo(status="met", reason="nagelezen"))
    assert wording.by_words(replace(report(), criteria=(settled,))) == []

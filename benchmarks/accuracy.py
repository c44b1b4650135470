"""How well the program judges: `make accuracy`.

Runs every protocol of the corpus with gold, as it is, as PDF and Word, mutated and damaged, beside two
simple baselines, and prints the page docs/accuracy.md. Ends with 1 when a judgement is wrong that
corpus/known_failures.yaml does not list, or right although it does, and when damage costs more than
`benchmarks.damaged` allows.
"""

from __future__ import annotations

import argparse
import os
import sys

from benchmarks import baselines, damaged, findings, findings_known, known
from benchmarks.accuracy_page import page
from benchmarks.findings_page import section
from benchmarks.gold import ROOT, Gold, corpus, others
from benchmarks.judging import FORMATS, is_refused, judge_corpus
from protocheck.rulebook import load

PAGE = ROOT / "docs" / "accuracy.md"


def main(arguments: list[str] | None = None) -> int:
    """Run, print, compare with the list of known failures."""
    options = _options(arguments)
    golds = _chosen(options)
    if not golds:
        print("geen protocol in corpus/ past bij de vraag")
        return 1
    formats = () if options.text_only else FORMATS
    cases = judge_corpus(golds, formats=formats, jobs=options.jobs)
    compared = [(each.name, baselines.run(each, golds)) for each in baselines.BASELINES]
    refused = [(paper, is_refused(paper)) for paper in others()]
    harmed = [] if options.no_damage else damaged.judge_damaged(golds, jobs=options.jobs)
    papers = list(findings.drafts())
    mended = findings.measure(papers, load())
    text = page(cases, golds, compared, refused, harmed, section(papers, mended))
    print(text)
    listed = known.read_known()
    if options.accept:
        known.accept(cases, listed)
        findings_known.accept(mended)
        listed = known.read_known()
    if options.write:
        PAGE.write_text(text, "utf-8")
    for case in known.refused(cases):
        print(f"niet beoordeeld: {case.slug}, {case.variant if case.part == 'tuned' else '(achtergehouden)'}")
    differences = known.compare(cases, listed)
    differences += [f"aanvaard als protocol: {paper.slug}" for paper, said in refused if not said]
    if options.show_damage:
        print("\n".join(" | ".join(row) for row in damaged.differences(harmed)))
    differences += damaged.missed(harmed)
    differences += findings_known.compare(mended, findings_known.read_known())
    for part in findings.PARTS:
        total = findings.Score()
        for paper in papers:
            if paper.part == part:
                total.add(mended[paper.slug])
        differences += findings_known.below(part, total)
    print("\n".join(differences) or "elke fout staat in corpus/known_failures.yaml, en omgekeerd")
    return 1 if differences else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("protocols", nargs="*", metavar="PROTOCOL", help="only these folders of corpus/")
    parser.add_argument("--part", choices=["tuned", "heldback"], help="only this part")
    parser.add_argument("--text-only", action="store_true", help="leave out PDF and Word")
    parser.add_argument("--no-damage", action="store_true", help="leave out the damaged texts")
    parser.add_argument("--show-damage", action="store_true", help="list every status that damage changes")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md (whole runs only)")
    parser.add_argument("--accept", action="store_true", help="write the failures as the known ones")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 8))
    options = parser.parse_args(arguments)
    if (options.write or options.accept) and (
        options.protocols or options.part or options.text_only or options.no_damage
    ):
        parser.error("--write and --accept take a whole run")
    return options


def _chosen(options: argparse.Namespace) -> tuple[Gold, ...]:
    return tuple(
        gold
        for gold in corpus()
        if (not options.protocols or gold.slug in options.protocols)
        and (not options.part or gold.part == options.part)
    )


if __name__ == "__main__":
    sys.exit(main())

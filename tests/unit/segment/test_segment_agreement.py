"""Words of agreement, told apart from clauses in which services agree on some matter of their own."""

from __future__ import annotations

import pytest

from protocheck.segment.agreement import resolves


@pytest.mark.parametrize(
    "text",
    [
        "Partijen zijn overeengekomen.",
        "ZIJN OVEREENGEKOMEN",
        "Is overeengekomen.",
        "Tussen de stad en de zone is overeengekomen.",
        "komen partijen het volgende overeen.",
        "De stad Wenderbeek (bron) en het OCMW van Dwarsveld (afnemer) komen overeen.",
        "komen de partijen onderling overeen",
        "spreken partijen af:",
        "en spreken af:",
        "OVEREENGEKOMEN HETGEEN VOLGT:",
        "sluiten het volgende protocol:",
    ],
)
def test_words_of_agreement(text: str) -> None:
    assert resolves(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ligt de kluis langer dan een week stil, dan spreken de diensten een andere weg af.",
        "Zij spreken elk jaar een nieuwe kalender af.",
        "In dat geval komen de partijen een andere termijn overeen.",
        "De vergoeding wordt jaarlijks overeengekomen.",
        "Wordt de termijn niet gehaald, dan wordt een nieuwe overeengekomen.",
        "Indien partijen overeenkomen.",
        "Er is niets overeengekomen.",
        "De lijst wordt gesloten op 3 maart.",
    ],
)
def test_clauses_that_agree_on_a_matter_of_their_own(text: str) -> None:
    assert not resolves(text)

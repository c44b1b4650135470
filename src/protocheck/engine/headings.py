"""Does a signal suit the headings above a sentence, and the subject of its part?"""

from __future__ import annotations

from protocheck.engine.sentences import Sentence
from protocheck.engine.terms import Terms, parts_of
from protocheck.record import record
from protocheck.rulebook.rules import Signal, Topic


@record
class Home:
    """Where in a paper a criterion is at home.

    Attributes:
        headings: terms; a heading with one of them is never the wrong one.
        topic: how to tell by its words that a part is about the criterion.
    """

    headings: tuple[str, ...] = ()
    topic: Topic | None = None


ANYWHERE = Home()


def suits(signal: Signal, sentence: Sentence, terms: Terms, home: Home) -> bool:
    """Tell whether no heading speaks against it: one that is wanted is there, none tells of another."""
    above, nearest = terms.headings_of(sentence)
    unheaded = signal.heading and parts_of(signal.heading).isdisjoint(above)
    if unheaded and not (home.topic and terms.parts.about(sentence.home, home.topic)):
        return False
    if not nearest.isdisjoint(parts_of(signal.never_heading)):
        return False
    foreign = not nearest.isdisjoint(parts_of(signal.not_heading))
    return not foreign or not nearest.isdisjoint(parts_of(home.headings))


def headed(signal: Signal, sentence: Sentence, terms: Terms) -> bool:
    """Tell whether a sentence stands under a heading that the signal wants, if it wants any."""
    return not signal.heading or terms.in_headings(sentence.headings, signal.heading)

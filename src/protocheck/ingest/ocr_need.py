"""Which pages have to be recognised: those without text, and those whose text layer says nothing.

What is a word is told by its letters and not by a list of Dutch words: a page in French or full of names must
not be taken for noise, and the process that reads stays light.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from protocheck.record import record
from protocheck.regex import lazy

Need = Literal["", "picture", "outlines", "garbled"]

FEW_WORDS = 20  # a page with fewer can be a scan with a line of text on it
COVERED = 0.6  # share of the page under images that makes it a scan
_SOME = 0.02  # the same, on a page without a single word
_STROKES = 1_500  # segments of drawn paths: some twenty words of outlined letters
_JUDGED = 30  # words below which a text layer is not judged
_SAMPLE = 160  # words that are looked at on one page
# Share of long words that look like words. Sound pages in four languages and lists of names stand at 0.83
# and above, letters mixed up by a wrong table of characters at 0.2 and below; a bad recognition that lies
# over its scan comes in between, and can be done again.
_NOISE, _POOR = 0.5, 0.72
_LONG = 4
_PRINTED = 0.5  # share of letters and digits among the signs of a page that says something
_COMMON = 0.75  # share of common pairs that makes letters look like a word
_TOKEN = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")
_FILLING = frozenset("._-–—…*•|=~")  # leaders, blanks to fill in, rules

# Two letters that follow one another often in Dutch, French, German or English: a name or a foreign word has
# mostly these, letters mixed up by a wrong table of characters have few.
_PAIRS = frozenset(
    """
    aa ab ac ad af ag ai ak al am an ap ar as at au av ba be bi bl bo br bu ca ce ch ci cl co cr ct
    cu da de di do dr ds du ea ec ed ee ef eg ei ek el em en eo ep er es et eu ev ez fa fe ff fi fo
    fr ga gd ge gi gl go gr gs gt ha he hi ho hr ht hu ia ib ic id ie if ig ij ik il im in io ir is
    it iv je jk jn ju ka ke ki kk kl ko kr ks kt la ld le lg li lk ll lo ls lt lu ly ma mb me mi mm
    mo mp ms mu na nc nd ne ng ni nk nn no ns nt nu nv oc od oe of og ok ol om on oo op or os ot ou
    ov pa pe ph pi pl po pp pr ps pt pu qu ra rb rc rd re rg ri rk rl rm rn ro rp rr rs rt ru rv rw
    sa sc se sh si sl sm so sp ss st su ta te th ti tj to tr ts tt tu tw ua ub uc ud ue ug ui uk ul
    um un uo up ur us ut uu va ve vi vl vo vr wa we wi wo wr ye ze zi zo zu
    """.split()
)


@record
class Drawn:
    """What is drawn on a page beside its characters.

    Attributes:
        covered: share of the page under images.
        dpi: of the sharpest image of some size; 0 when there is none.
        strokes: segments of the drawn paths.
        crowded: whether more is drawn than was looked at; such a page is not rendered.
    """

    covered: float = 0.0
    dpi: float = 0.0
    strokes: int = 0
    crowded: bool = False


def suspicious(words: Sequence[str]) -> bool:
    """Tell whether it pays to look at what is drawn: few words, or words that say little."""
    return len(words) < FEW_WORDS or _soundness(words) < _POOR


def need(words: Sequence[str], drawn: Drawn) -> Need:
    """Return why a page has to be recognised; '' when it has not."""
    if len(words) < FEW_WORDS:
        if drawn.covered >= (COVERED if words else _SOME):
            return "picture"
        return "outlines" if drawn.strokes >= _STROKES else ""
    scanned = drawn.covered >= COVERED
    return "garbled" if _soundness(words) < (_POOR if scanned else _NOISE) else ""


def worth(words: Sequence[str]) -> int:
    """Return how many letters of a text are in words that look like words."""
    tokens = [token for word in words for token in _TOKEN.findall(word)]
    return sum(len(token) for token in tokens if len(token) > 1 and plausible(token))


def plausible(word: str) -> bool:
    """Tell whether most pairs of letters of a word are common in the languages of this country."""
    pairs = [a + b for a, b in pairwise(word.casefold()) if a.isascii() and b.isascii()]
    return sum(pair in _PAIRS for pair in pairs) >= _COMMON * len(pairs)


def _soundness(words: Sequence[str]) -> float:
    """Return the share of long words on a page that look like words; 1 when there are too few to tell."""
    if len(words) < _JUDGED:
        return 1.0
    text = " ".join(words[:: max(len(words) // _SAMPLE, 1)])
    signs = [sign for sign in text if not sign.isspace() and sign not in _FILLING]
    if signs and sum(map(_is_printed, signs)) < _PRINTED * len(signs):
        return 0.0
    long = [token for token in _TOKEN.findall(text) if len(token) >= _LONG]
    return sum(map(plausible, long)) / len(long) if len(long) >= _JUDGED // 2 else 1.0


def _is_printed(sign: str) -> bool:
    """Tell letters and digits from signs; the areas for private use hold neither."""
    return sign.isalnum() and not "\ue000" <= sign <= "\uf8ff"

"""Fixed phrases that tell where a part of a protocol begins."""

from __future__ import annotations

import re
from typing import Final

from protocheck.regex import lazy

_AGREED: Final = lazy(
    r"\bovereengekomen\b|\bkomen\b.{0,60}\bovereen\b|\bovereenkomen\b|\bspreken\b.{0,60}\baf\b|\bafgesproken\b"
    r"|\bbesluiten\b|\bsluiten\b.{0,40}\bprotocol\b",
    re.IGNORECASE,
)
_FOLLOWS: Final = lazy(
    r"(?:\bvolgt|\bhet volgende|\bovereengekomen|\bovereen|\baf)\s{0,2}[:.]?$|:$", re.IGNORECASE
)
_PARTIES: Final = lazy(
    r"(?:(?:dit protocol|deze overeenkomst|het protocol)\s+(?:wordt|werd|is)\s+(?:af)?gesloten\s+)?"
    r"(?:hierbij\s|wordt\s|is\s|overeengekomen\s|gesloten\s|afgesloten\s){0,3}tussen\b(?!tijds| wie\b)"
    r"|(?:tussen\s+)?(?:de\s+)?ondergetekende"
    r"|(?:opgesteld|gesloten|aangegaan|afgesloten) (?:door|tussen)\b"
    r"|(?:de\s+)?(?:contracterende\s+|betrokken\s+)?partijen\s*:?$",
    re.IGNORECASE,
)
_RECITALS: Final = lazy(
    r"na te hebben|uiteenzetting|overwegingen|overwegende(?:,? dat)?\s?:?$|overweegt|overwegen"
    r"|considerans|preambule|wat vooraf|wordt vooraf|voorafgaand|voorgaande|in overweging|in aanmerking"
    r"|aangezien\s?:?$|toelichting\s?:?$|context\s?:?$|inleiding\s?:?$|aanleiding\s?:$|vooraf\s?:?$",
    re.IGNORECASE,
)
_RECITALS_END: Final = lazy(
    r"\b(?:vooraf\w{0,8}|uiteengezet|overwogen|overwegen|aanmerking|vast(?!stelling)\w{0,9}|verklaren|verklaard)\b"
    r".{0,60}:$",
    re.IGNORECASE,
)
_CONSIDERING: Final = lazy(
    r"(?:overwegende,?\s+dat|gelet\s+op|gezien\s+(?:het|de|dat)|aangezien|in\s+aanmerking\s+nemende"
    r"|met\s+inachtneming\s+van)\b",
    re.IGNORECASE,
)
# The same words by themselves: each entry or paragraph below goes on from them.
_BARE: Final = lazy(
    r"(?:en\s+|(?:de\s+|beide\s+)?partijen,?\s+)?(?:gelet\s+op|gezien|overwegende|aangezien|in\s+aanmerking\s+(?:nemende|genomen)"
    r"|met\s+inachtneming\s+van|rekening\s+houdende?\s+met"
    r"|(?:na\s+)?kennis(?:neming|name|\s+te\s+hebben\s+genomen|\s+genomen\s+(?:te\s+)?hebbende?)\s+van)"
    r"(?:,?\s+dat|\s+het\s+volgende|\s+wat\s+volgt)?\s?:?$",
    re.IGNORECASE,
)
_CONTENTS: Final = lazy(
    r"(?:inhouds?(?:tafel|opgave|tabel)?|table of contents|overzicht van de artikelen)\s*:?$", re.IGNORECASE
)
_LEADERS: Final = lazy(
    r"(?:\.{4,200}|(?:\. ){3,99}|…{2,99}|_{4,200})\s{0,4}\d{0,3}$|\t\d{1,3}$|\s{3,99}\d{1,3}$"
    r"|\.{5,200}\s{0,2}\d{1,3}\s"
)
_SIGNED: Final = lazy(
    r"(?:(?:aldus|en)\s+)?(?:opgemaakt|gedaan|getekend|ondertekend|overeengekomen en ondertekend)"
    r"\s+(?:te|in|op)\b"
    r"|(?:met (?:de meeste )?(?:bijzondere )?hoogachting|hoogachtend|met vriendelijke groet\w{0,2}),?$"
    r"|voor\s+eensluidend\b|aldus\s+(?:beslist|besloten|goedgekeurd|overeengekomen|opgemaakt|opgesteld|gedaan|ondertekend|getekend|tussen)"
    r"|opgesteld\s+(?:te|in\s+\w{2,12}voud)\b",
    re.IGNORECASE,
)
_SIGN_TITLE: Final = lazy(
    r"(?:de\s+)?(?:ondertekening(?:en)?|handtekening(?:en)?|slotformule)\s*(?:van de partijen)?\s*:?$",
    re.IGNORECASE,
)
_SIGN_WEAK: Final = lazy(
    r"[Vv]oor (?:akkoord|ontvangst)|VOOR |Voor (?:de |het |[A-Z])|Namens |NAMENS |\(?[Hh]andtekening"
    r"|HANDTEKENING|Gelezen en goedgekeurd|Digitaal ondertekend|Getekend door"
    r"|(?:Naam|Datum|Plaats|Functie)(?: en handtekening)?\s?:",
)
_PLACE_AND_DATE: Final = lazy(
    r"(?:te )?[A-Z][\w'’ -]{1,40}, (?:op |de )?"
    r"(?:\d{1,2}(?:\s\w{3,9}\s|[./-]\d{1,2}[./-])\d{4}|\[?datum\]?|[._…]{3,60}|\d{4}-\d\d-\d\d)\.?$",
    re.IGNORECASE,
)
_PARTY: Final = lazy(
    r"\b(?:KBO|ondernemingsnummer|kruispuntbank|vertegenwoordigd|hierna|maatschappelijke zetel)\b",
    re.IGNORECASE,
)
_IDENTITY: Final = lazy(
    r"\b(?:KBO\b|ondernemingsn|kruispuntbank van|vertegenwoordigd door|handelend door"
    r"|(?:maatschappelijke )?zetel\b)|\b[01]\d{3}\.\d{3}\.\d{3}\b",
    re.IGNORECASE,
)
_TICKED: Final = lazy(r"(?:[-*•]\s{1,3})?(?:[☐☑☒✓✔✗✘]|\[[ xX]?\])\s")
_CHECKLIST: Final = lazy(
    r"nagekeken|nazicht|checklist|aanvinklijst|controlelijst|in te vullen|:$", re.IGNORECASE
)
_SHEET: Final = lazy(
    r"\b(?:\w{0,20}(?:fiche|blad|schema|lijst|tabel)|technische?|overzicht|toelichting|leeswijzer|nota"
    r"|begrippen|verklaring van|contact\w{0,12}|gegevens)\b",
    re.IGNORECASE,
)
_SIGNING: Final = lazy(r"exempla(?:ar|ren)|ondertek|handteken|origine", re.IGNORECASE)
_STAMP: Final = lazy(
    r"digitaal\s+ondertekend|elektronisch\s+ondertekend|digitally\s+signed|getekend\s+(?:door|op|0p)\s*:"
    r"|reden\s*:|signature\b|.{0,60}\(signature\)|ik\s+keur\s+dit|(?:datum|date)\s*:\s*\d{4}[.-]\d\d"
    r"|\d{4}[.-]\d\d[.-]\d\d[t ]\s?\d\d:\d\d",
    re.IGNORECASE,
)
_WRITTEN: Final = lazy(r"(?:getekend|ondertekend)\s+door\s*:\s+[^,\n]{3,60},\s+[a-z]", re.IGNORECASE)
_ANNEX: Final = lazy(
    r"(?:(?:technische|juridische|inhoudelijke)\s)?(?P<word>bijlagen?|annex(?:e|es)?|aanhangsel|appendix|addendum)\b\s{0,3}(?:nr\.?\s{0,2})?"
    r"(?P<number>\d{1,2}|[IVX]{1,5}|[A-Z])?(?![\w])\s{0,3}(?P<stop>[.:;)(–—-]{0,2})\s{0,4}",
    re.IGNORECASE,
)
_SUBJECT: Final = lazy(
    r"(?:dit protocol|deze overeenkomst|dit document)\s+(?:wordt|werd|is)\s+(?:af)?gesloten\s+"
    r"(?:conform|overeenkomstig|op grond|in uitvoering|krachtens|ter)",
    re.IGNORECASE,
)
_LONGEST_FORMULA: Final = 160
_TAIL: Final = 20
_LONGEST_LINE: Final = 120
_LONGEST_NAME: Final = 60


def resolves(text: str) -> bool:
    """Tell whether a line says that the parties agree on what follows."""
    if len(text) > _LONGEST_FORMULA or _FOLLOWS.search(text, max(len(text) - _TAIL, 0)) is None:
        return False
    return _AGREED.search(text) is not None


def opens_parties(text: str) -> bool:
    """Tell whether a line opens the parties block."""
    return text[:1].isupper() and _PARTIES.match(text) is not None


def opens_parties_low(text: str) -> bool:
    """Tell whether a line that has white above it opens the parties block without a capital."""
    return text == "tussen" or (text.startswith("tussen ") and text[-1] in ",:;")


def opens_recitals(text: str) -> bool:
    """Tell whether a short line announces the recitals."""
    if len(text) > _LONGEST_LINE:
        return False
    named = text[:1].isupper() and _RECITALS.match(text) is not None
    return (named and (len(text) <= _LONGEST_NAME or text.endswith(":"))) or (
        _RECITALS_END.search(text) is not None
    )


def considers(text: str) -> bool:
    """Tell whether a line opens a recital by its words ('Overwegende dat')."""
    return text[:1].isupper() and _CONSIDERING.match(text) is not None


def considers_below(text: str) -> bool:
    """Tell whether a line holds only such words, so that recitals follow below it ('Gelet op:')."""
    return len(text) <= _LONGEST_NAME and _BARE.match(text) is not None


def names_contents(text: str) -> bool:
    """Tell whether a line is the heading of a table of contents."""
    return len(text) <= _LONGEST_NAME and _CONTENTS.match(text) is not None


def has_leader(text: str) -> bool:
    """Tell whether a line holds a dotted leader, or ends in a page number after a gap."""
    # Most lines hold none of these signs, and looking for them is cheaper than the pattern.
    likely = text[-1:].isdigit() or ".." in text or ". ." in text or "…" in text or "__" in text
    return likely and _LEADERS.search(text) is not None


def signs(text: str) -> bool:
    """Tell whether a line surely opens the signature block ('Opgemaakt te')."""
    return text[:1].isupper() and _SIGNED.match(text) is not None


def names_signature(text: str) -> bool:
    """Tell whether a heading says that signatures follow."""
    return len(text) <= _LONGEST_NAME and _SIGN_TITLE.match(text) is not None


def may_sign(text: str) -> bool:
    """Tell whether a short line may open a signature block, at the end of the paper only."""
    return len(text) <= _LONGEST_LINE and _SIGN_WEAK.match(text) is not None


def gives_place_and_date(text: str) -> bool:
    """Tell whether a line is a place and a date, as above signatures ('Gent, 4 mei 2024')."""
    return len(text) <= _LONGEST_LINE and _PLACE_AND_DATE.match(text) is not None


def describes_party(text: str) -> bool:
    """Tell whether a text gives details of a party, such as its number or who represents it."""
    return _PARTY.search(text) is not None


def identifies_party(text: str) -> bool:
    """Tell whether a line gives what only a party is identified by, as in a form: its number, its seat."""
    return _IDENTITY.search(text) is not None


def is_ticked(text: str) -> bool:
    """Tell whether a line is an entry of a checklist."""
    return _TICKED.match(text) is not None


def names_checklist(text: str) -> bool:
    """Tell whether a line announces a checklist."""
    return len(text) <= _LONGEST_LINE and _CHECKLIST.search(text) is not None


def names_sheet(text: str) -> bool:
    """Tell whether a short line is the heading of a sheet below the signatures ('Technische fiche')."""
    named = _SHEET.search(text) is not None and not may_sign(text)
    return named and len(text) <= _LONGEST_LINE and text[0].isupper() and text[-1] not in ".;,"


def is_about_signing(text: str) -> bool:
    """Tell whether a longer text still belongs to the signatures ('in drie exemplaren')."""
    return _SIGNING.search(text) is not None


def is_stamp(text: str) -> bool:
    """Tell whether a line was printed by a signature stamp."""
    return _STAMP.match(text) is not None


def may_be_written(text: str) -> bool:
    """Tell whether a line that looks like a stamp may be one of the paper itself: it gives a function."""
    return _WRITTEN.match(text) is not None


def annex(text: str) -> re.Match[str] | None:
    """Read 'Bijlage 2: ...' at the start of a line; groups word, number and stop."""
    return _ANNEX.match(text)


def states_subject(text: str) -> bool:
    """Tell whether a line says on what ground the protocol is concluded."""
    return _SUBJECT.match(text) is not None

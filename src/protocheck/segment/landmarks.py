"""Fixed phrases that tell where a part of a protocol begins."""

from __future__ import annotations

import re
from typing import Final

from protocheck.regex import lazy

_PARTIES: Final = lazy(
    r"(?:(?:dit protocol|deze overeenkomst|het protocol)\s+(?:wordt|werd|is)\s+(?:af)?gesloten\s+)?"
    r"(?:hierbij\s|wordt\s|is\s|overeengekomen\s|gesloten\s|afgesloten\s){0,3}tussen\b(?!tijds| wie\b)"
    r"|(?:tussen\s+)?(?:de\s+)?ondergetekende"
    r"|(?:opgesteld|gesloten|aangegaan|afgesloten) (?:door|tussen)\b"
    r"|(?:de\s+)?(?:contracterende\s+|betrokken\s+)?partijen\s*:?$",
    re.IGNORECASE,
)
_PARTIES_LOW: Final = lazy(
    r"(?:(?:is|wordt|werd|zijn|worden)\s+)?(?:hierbij\s+)?(?:door\s+en\s+)?tussen\s.{0,100}[,:;]$"
)
# Other headings of their block; where all headings have no number, they head a section like the rest.
_PARTIES_TITLE: Final = lazy(
    r"(?:(?:identificatie|opgave|gegevens|voorstelling|aanduiding|overzicht)\s+van\s+)?(?:de\s+)?"
    r"(?:(?:contracterende|betrokken|ondertekenende|ondertekende|deelnemende|handelende|samenwerkende"
    r"|uitwisselende|meewerkende|protocolsluitende)\s+(?:partijen|besturen|instanties)|partijen)"
    r"(?:\s+(?:bij|tot|van|in)\s+(?:dit|het|deze|de)\s+(?:protocol|overeenkomst|convenant|akkoord))?(?:\s+zijn)?\s*:?$",
    re.IGNORECASE,
)
# What stands alone above the details of one party.
_ROLE: Final = lazy(
    r"(?:(?:de|het)\s+)?(?:(?:meedelende|mededelende|verstrekkende|verzendende|leverende|overmakende"
    r"|ontvangende|aanvragende|afnemende|opvragende|vragende|bevragende|gevende|eerste|tweede|derde)\s+"
    r"(?:instantie|partij|overheid|bestuur|dienst|entiteit|organisatie)|partij\s+(?:\d|[a-c]|i{1,3})"
    r"|(?:gegevens)?verstrekker|(?:gegevens)?leverancier|(?:ver)?zender|(?:gegevens)?ontvanger"
    r"|(?:gegevens)?afnemer|aanvrager|bestemmeling)(?:\s*\([^()]{2,40}\))?\s*:?$",
    re.IGNORECASE,
)
_RECITALS: Final = lazy(
    r"na te hebben|uiteenzetting|overwegingen|overwegende(?:,? dat)?\s?:?$|overweegt|overwegen"
    r"|(?:de\s+)?(?:beweegreden(?:en)?|beschouwingen|motieven|recitals|achtergrond|situering|voorgeschiedenis)\s?:?$"
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
    r"(?:(?:overwegende?|erkennende?|vaststellende?),?\s+dat|verwijzende?\s+naar|rekening\s+houdende?\s+met"
    r"|(?:na\s+)?kennis(?:neming|name)\s+van|in\s+overweging\s+nemende?|gelet\s+op|gezien\s+(?:het|de|dat|dit|deze|zijn|haar|hun|artikel\w{0,3}|art\.|titel|boek)"
    r"|aangezien|in\s+aanmerking\s+nemende|met\s+inachtneming\s+van)\b",
    re.IGNORECASE,
)
# The same words by themselves: each entry or paragraph below goes on from them.
_BARE: Final = lazy(
    r"(?:en\s+|(?:de\s+|beide\s+)?partijen,?\s+)?(?:gelet\s+op|gezien|overwegende|aangezien|in\s+aanmerking\s+(?:nemende|genomen)"
    r"|met\s+inachtneming\s+van|rekening\s+houdende?\s+met"
    r"|(?:na\s+)?kennis(?:neming|name|\s+te\s+hebben\s+genomen|\s+genomen\s+(?:te\s+)?hebbende?)\s+van)"
    r"(?:,?\s+dat|\s+het\s+volgende|\s+(?:wat|hetgeen)\s+volgt)?\s?:?$",
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
    r"|(?:met (?:de meeste )?(?:bijzondere )?hoogachting|hoogachtend"
    r"|(?:met )?(?:(?:vriendelijke|beste|hartelijke|oprechte) )?groet(?:en|jes)?),?$"
    r"|voor\s+eensluidend\b|aldus\s+(?:in\s+der\s+minne\s+)?(?:beslist|besloten|goedgekeurd|overeengekomen|opgemaakt|opgesteld|gedaan|ondertekend|getekend|tussen)"
    r"|opgesteld\s+(?:te|in\s+(?:\w{2,12}voud|\w{1,12}\s+(?:\w{4,12}e\s+)?(?:exemplaren|originelen)))\b",
    re.IGNORECASE,
)
# Words that close a paper as well, and that a sentence of it may begin with: 'Ondertekend met eID op'.
_CLOSED: Final = lazy(
    r"(?:(?:aldus|zo|dus|en|digitaal|elektronisch)\s+)?(?:in\s+\w{2,12}(?:voud|\s+(?:exemplaren|originelen))\s+)?"
    r"(?:P|P\s+en\s+P)\b(?:\s+(?!te\b|op\b|in\b)[\w'’()-]{1,15}){0,5}\s+"
    r"(?:te\s+(?-i:[A-Z\[])|(?:op|de|dd\.?)\s+(?:de\s+)?(?:\d|[\[._…]|datum)|in\s+(?:zitting|vergadering|\w{2,12}voud))".replace(
        "P",
        "(?:opgemaakt|opgesteld|gedaan|getekend|ondertekend|goedgekeurd|gesloten|verleden|vastgesteld|overeengekomen"
        "|gedagtekend|onderschreven)",
    ),
    re.IGNORECASE,
)
_SIGN_TITLE: Final = lazy(
    r"(?:de\s+)?(?:ondertekening(?:en)?|handtekening(?:en)?|handteken\w{0,6}(?:blad|register|pagina)"
    r"|(?:aldus\s+)?(?:elektronisch|digitaal)\s+(?:onder|ge)tekend|slotformule|ondertekend(?=\s+door)"
    r"|(?:plaats,\s+)?datum en (?:handtekening(?:en)?|ondertekening)|voor akkoord(?: en ondertekening)?)"
    r"\s*(?:van de partijen|(?:door|voor) (?:de|beide) partijen|via de eID|met eID)?"
    r"\s*(?:\([^()]{1,40}\)\s*)?:?$",
    re.IGNORECASE,
)
_SIGN_WEAK: Final = lazy(
    r"[Vv]oor (?:akkoord|ontvangst)|VOOR |Voor (?:de |het |[A-Z])|Namens |NAMENS |\(?[Hh]andtekening"
    r"|HANDTEKENING|Gelezen en goedgekeurd|voor \S.{2,50}\s{3,40}voor \S|Digitaal ondertekend|Getekend door"
    r"|(?:Naam|Datum|Plaats|Functie)(?: en (?:handtekening|datum|functie)| (?:van de )?ondertekening)?\s?:"
    r"|(?:Getekend|Akkoord|(?:De )?[Oo]ndergetekenden|Gezien en (?:onder|ge)tekend)\s?[,:]?$"
    r"|(?:De |Beide )?[Pp]artijen (?:onder)?tekenen (?:dit protocol )?(?:te|op|in) .{4,60}:$"
    r"|Te [A-Z][\w'’ -]{1,30},$",
)
_MONTH: Final = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_PLACE_AND_DATE: Final = lazy(
    r"(?:te )?(?:[A-Z][\w'’ -]{1,40}, (?:op )?(?:de )?"
    r"|(?-i:[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,20}){0,2}) op (?=[^.]{6,20}\d$))"
    r"(?:\d{1,2}(?:e|ste|de)?(?:\s\w{3,9}\s|[./-]\d{1,2}[./-])\d{4}|\[?datum\]?|[._…]{3,60}|\d{4}-\d\d-\d\d"
    rf"|{_MONTH} \d{{4}}|\w{{5,14}} {_MONTH} tweeduizend \w{{3,20}})\.?$",
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
_SIGNER: Final = lazy(
    r"[A-ZÀ-Þ][\w.'’-]{0,25}(?:\s[\w'’-]{1,25}){1,4},\s(?:\w{4,20}\s)?(?:burgemeester|voorzit(?:ter|ster)|schepen|korpschef|hoofd"
    r"|\w{0,14}(?:directeur|secretaris|griffier|bestuurder|administrateur|gouverneur|gedeputeerde|commandant"
    r"|ambtenaar|hoofd|manager))\b"
)
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
    r"(?:(?:technische|juridische|inhoudelijke)\s)?(?P<word>bijlage\(n\)|(?:bijlagen?|annex(?:e|es)?|aanhangsel|appendix|addendum)\b)\s{0,3}(?:nr\.?\s{0,2})?"
    r"(?P<number>\d{1,2}|[IVX]{1,5}|[A-Z])?(?![\w])\s{0,3}(?P<stop>[.:;)(–—-]{0,2})\s{0,4}",
    re.IGNORECASE,
)
# The lines of a letter above its text, and the words with which it begins.
_REFERENCE: Final = lazy(
    r"(?:(?:ons|onze|uw|jouw)\s+(?:kenmerk|referentie|ref|bericht|brief|schrijven|contactpersoon)|kenmerk"
    r"|bijlagen?(?:\(n\))?|datum|betreft|onderwerp|referentie|dossiernummer|contactpersoon|telefoon|tel"
    r"|e-?mail|behandeld\s+door)\b[^:\n]{0,20}:",
    re.IGNORECASE,
)
_GREETING: Final = lazy(
    r"(?:geachte|hooggeachte|zeer\s+geachte|beste|waarde|dag|mevrouw,\s|mijnheer,\s)\b[^.:;]{0,80}$",
    re.IGNORECASE,
)
_COUNT: Final = lazy(
    r"(?:geen|nihil|nvt|n\.v\.t\.?|/|-|—|\d{1,2}|een|één|twee|drie)(?:\s*\([^()]{1,80}\))?\.?$", re.IGNORECASE
)
_DECIDES: Final = lazy(
    r"(?:(?:de|het)\s+)?(?:[\w ]{0,50}(?:raad|college|deputatie|bureau|bestuur)\s+)?"
    r"(?:besluit|beslist|keurt|stelt\s+vast)\b[^.]{0,100}(?::|,|$)",
    re.IGNORECASE,
)
_AGREED_TEXT: Final = lazy(
    r"(?:(?:integrale|volledige|goedgekeurde|definitieve)\s+)?tekst(?:\s+van\b.{1,80})?\s*:?$"
    r"|(?:goedgekeurde?\s+)?\w{0,20}(?:protocol|overeenkomst|convenant)\b",
    re.IGNORECASE,
)
_SUBJECT: Final = lazy(
    r"(?:dit protocol|deze overeenkomst|dit document)\s+(?:wordt|werd|is)\s+(?:af)?gesloten\s+"
    r"(?:conform|overeenkomstig|op grond|in uitvoering|krachtens|ter)",
    re.IGNORECASE,
)
_LONGEST_FORMULA: Final = 160
_LONGEST_LINE: Final = 120
_LONGEST_NAME: Final = 60


def names_role(text: str) -> bool:
    """Tell whether a line by itself says which party the details below it are of."""
    return len(text) <= _LONGEST_NAME and text[:1].isupper() and _ROLE.match(text) is not None


def is_reference(text: str) -> bool:
    """Tell whether a line is one of those above the text of a letter ('Ons kenmerk: ...')."""
    return _REFERENCE.match(text) is not None


def greets(text: str) -> bool:
    """Tell whether a line opens the text of a letter ('Geachte mevrouw')."""
    return len(text) <= _LONGEST_LINE and text[:1].isupper() and _GREETING.match(text) is not None


def counts_annexes(rest: str) -> bool:
    """Tell whether what follows 'Bijlagen:' only says how many there are."""
    return _COUNT.match(rest) is not None


def decides(text: str) -> bool:
    """Tell whether a line opens the articles of a decision of a board ('BESLUIT:')."""
    return len(text) <= _LONGEST_LINE and text[:1].isupper() and _DECIDES.match(text) is not None


def names_agreed_text(text: str) -> bool:
    """Tell whether a line is the title of the agreed text below a decision ('TEKST VAN HET PROTOCOL')."""
    return len(text) <= _LONGEST_FORMULA and _AGREED_TEXT.match(text) is not None


def opens_parties(text: str) -> bool:
    """Tell whether a line opens the parties block."""
    return text[:1].isupper() and _PARTIES.match(text) is not None


def heads_parties(text: str) -> bool:
    """Tell whether a line is the heading of the parties block: 'Ondertekenende partijen'."""
    return len(text) <= _LONGEST_NAME and text[:1].isupper() and _PARTIES_TITLE.match(text) is not None


def opens_parties_low(text: str) -> bool:
    """Tell whether a line that has white above it opens the parties block without a capital."""
    return text == "tussen" or (len(text) <= _LONGEST_LINE and _PARTIES_LOW.match(text) is not None)


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


def may_close(text: str) -> bool:
    """Tell whether a line opens the signature block when only names stand below it."""
    return text[:1].isupper() and len(text) <= _LONGEST_FORMULA and _CLOSED.match(text) is not None


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


def names_signer(text: str) -> bool:
    """Tell whether a ticked line holds a name and a function, as where each signer is ticked off."""
    return _SIGNER.search(text) is not None


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

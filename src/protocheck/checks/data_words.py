"""What a datum is called, and what a sentence on data says besides why they are needed: words by concept.

No list of reasons can be whole, so the reasons are told from what is none: how long data are kept, where they
come from, in what form they travel, who sees them, that they are not shared, that all is proportionate.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from protocheck.regex import lazy

_WORD = lazy(r"\w+(?:-\w+)*")

# A word that ends so names a datum: 'afzetadres', 'aansluitnummer', 'geldigheidsdatum'.
_ENDINGS = tuple(
    "naam namen adres adressen nummer nummers nr datum data gegevens gegeven jaar bedrag bedragen"
    " plaats postcode"
    " statuut status email mailadres telefoon inkomen inkomens loon lonen diploma getuigschrift foto"
    " leeftijd"
    " leeftijdsgroep samenstelling staat score scores saldo resultaat resultaten graad niveau aantal"
    " periode"
    " termijn uren kenteken nummerplaat nummerplaten oppervlakte ligging hoedanigheid functie"
    " percentage attest"
    " rekening identiteit perceel percelen verbruik waarde vermogen model merk sleutel code codes categorie"
    " indicatie talen hulpmiddel toestel nationaliteit geslacht taal klas school leerjaar"
    " studierichting punten"
    " hoofd leden lid lasten schuld schulden uitkering leefloon huurprijs label klasse stand volume"
    " omzet verlies"
    " beroep werkgever handicap aandeel kadaster eigendom duur type soort erkenning vergunning"
    " machtiging beslissing afwezigheden aanwezigheden toelage premie korting tarief schade ziekte diagnose"
    " dieet allergie medicatie handtekening scholen opleiding opleidingen ervaring rijbewijs chip ras"
    " onderneming rechtsvorm zetel vestigingseenheid vertegenwoordiger relatie verwantschap bewindvoerder"
    " voogd ouders kinderen personen contactpersoon begindatum einddatum start einde veld kolom uur"
    " tijdstip"
    " reden aard voertuig chassis norm gewicht inhoud hoeveelheid opbrengst frequentie locatie coördinaten"
    " vermelding aanduiding omschrijving gezin gezinslast woonst woning gebouw pand straat"
    " huisnummer busnummer".split()
)
_EXACT = frozenset(
    "insz rrn gsm e-mail mail iban ean kbo epc bel-score id adres naam straat gemeente domicilie rang titel"
    " geboorte overlijden bouwjaar geboortejaar woonplaats verblijfplaats verblijf tewerkstelling"
    " zorggraad".split()
)
_NO_DATUM = frozenset(
    "gegevens persoonsgegevens gegeven data database metadata naam-loos verwerkingsverantwoordelijke"
    " werknemer"
    " binnenstaat overheid staat bestaat ontstaat verstaat toestaat volstaat gaat stand samenleving gemaakt"
    " plaats jaar kader resultaat duur school scholen personen kinderen ouders einde start uur reden"
    " inhoud functie"
    " gebouw pand woning categorie beslissing termijn frequentie veld kolom voertuig soort aard type waarde"
    " gemeente gezin premie toelage korting tarief contactpersoon lid leden vergunning schade".split()
)
# 'wie het gezinshoofd is', 'hoeveel kinderen', 'of er een toestel staat': a question names a datum as well.
_ASKED = lazy(
    r"(?:^|[,;:(] |\b(?:en|of|weet|zien|ziet|blijkt|leest|verneemt|vernemen|weten|tonen|toont|zegt"
    r"|meldt|vermelding|aanduiding|laat weten) )"
    r"(?:wie|waar|hoeveel|hoe (?:oud|groot|lang|vaak|hoog)|of|wanneer|sinds wanneer|tot wanneer|welke?"
    r"|wat voor) (?!van de partijen|bij de)[a-z' -]{3,60}\b(?:is|zijn|woont|wonen|heeft|hebben|staat|staan"
    r"|verblijft|werkt|krijgt|ontvangt|betaalt|betaalde|geniet|volgt|loopt|afloopt|werd|wordt|geplaatst)\b"
)

KEPT = lazy(
    r"\b(?:be?waar\w*|bewar\w+|gewist|wis(?:t|sen)|uitgewist|vernietig\w*|verwijder\w*|gearchiveerd"
    r"|archie\w+"
    r"|bijgehouden|retentie\w*|geschrapt)\b"
)
SOURCE = lazy(
    r"\b(?:afkomstig|herkomst|bron(?:nen|houder)?|komt uit|komen uit|komen van|komt van|ontleen\w+|ontleend"
    r"|gehaald uit|haalt\b[^.;]{0,40}\buit|put(?:ten)? uit|inzamel\w*|ingezameld|verzamel\w*|vergaar\w*"
    r"|beschikk\w* over|beschikt over|houdt\b[^.;]{0,40}\bbij\b|houden\b[^.;]{0,40}\bbij\b|beheert|beheren"
    r"|authentieke|aanlegg\w+|aangelegd|bijeengebracht|verkregen)\b"
)
DENIED = lazy(
    r"\b(?:niet|geen|evenmin|nooit|nergens|noch)\b[^.;]{0,90}\b(?:mee(?:ge)?deel\w*|meegedeeld"
    r"|medegedeeld|gedeeld"
    r"|deel uit|doorgegeven|doorgeef\w*|overgemaakt|overgezonden|overgedragen|uitgewisseld|verstrekt"
    r"|bezorgd"
    r"|gevraagd|opgevraagd|verwerkt|opgenomen|gebruikt|geleverd|aan bod|inbegrepen|in aanmerking|vermeld"
    r"|zichtbaar|getoond|geleverd|doorgestuurd|aangeleverd|nodig|noodzakelijk|relevant|nuttig)\b"
    r"|\b(?:uitgesloten|uitgezonderd|weggelaten|geweerd|overbodig\w*|overtollig\w*"
    r"|blijft\b[^.;]{0,30}\bbuiten"
    r"|blijven\b[^.;]{0,30}\bbuiten|(?:staan|staat)\b[^.;]{0,20}\bniet (?:op|in|bij|vermeld)"
    r"|staan er niet|staat er niet|worden niet|wordt niet|vallen weg)\b"
)
PLEDGE = lazy(
    r"\b(?:toereikend\w*|ter zake dienend\w*|proportional\w*|proportione\w*|evenredig\w*|niets te veel"
    r"|overmatig\w*"
    r"|buitensporig\w*|dataminimal\w*|minimale gegevens\w*|minimumprincipe|niet meer dan|niets meer dan"
    r"|meer dan (?:nodig|deze)|beperkt tot (?:wat|hetgeen)|tot (?:het|een) minimum|strikt noodzakelijk\w*"
    r"|strikt nodig|absoluut noodzakelijk|artikel 5,? (?:lid )?1|met minder (?:gegevens )?(?:kon|kan"
    r"|kunnen|konden)|kwamen tot (?:het|de)|onderzocht of|nagegaan of|afgewogen"
    r"|relevant\w* en|noodzakelijk\w* en relevant\w*)\b"
)
HELD = lazy(r"\b(?:beschik(?:t|ken)\b[^.;]{0,30}\bover|beheert|beheren|registreert)\b")
# What says another thing of data even where a reason follows: how they are secured, or where it is told.
ASIDE = lazy(
    r"\b(?:versleutel\w*|encrypt\w*|beveilig\w*|gepseudonimiseer\w*|bijlage|annex|facultatief|optioneel"
    r"|vroeger|voorheen"
    r"|destijds|voordien|beslist zelf|beslissen zelf|naar eigen|som hier|vul hier|vermeld hier"
    r"|bijvoorbeeld naam)\b"
)
FORM = lazy(
    r"\b(?:formaat|csv|xml|json|xlsx|excel\w*|bestandsformaat|tekens|numeriek\w*|alfanumeriek"
    r"|versleutel\w*|encrypt\w*"
    r"|gecodeerd|beveiligd\w*|webdienst|webservice|api|magda|e-?box|portaal|platform|sftp|kanaal"
    r"|maandelijks"
    r"|wekelijks|dagelijks|jaarlijks|driemaandelijks|(?:elke|iedere|per) (?:dag|week|maand|nacht"
    r"|kwartaal|jaar)"
    r"|elektronisch|frequentie)\b"
)
SEEN = lazy(
    r"\b(?:toegang|inzage|inkijk|raadple\w+|ontvangers?|bestemd voor|bestemmeling\w*|medewerkers?"
    r"|derden?|inzien"
    r"|ter inzage|rechten van|recht op inzage|geheimhouding|beroepsgeheim|verwerker\w*)\b"
)
LEGAL = lazy(
    r"\b(?:artikel (?:9|10)\b|bijzondere categorie\w*|gevoelige gegevens|gemachtigd|machtiging\w*"
    r"|beraadslaging\w*|overeenkomstig|krachtens|op grond van"
    r"|uitdrukkelijke toestemming|toestemming|wordt verstaan|worden verstaan|identificeerbare|in de zin van"
    r"|gegevens over gezondheid|strafrechtelijk\w*)\b"
)
FAULT = lazy(
    r"\b(?:fout\w*|onjuist\w*|verkeerd\w* gegeven|verbeter\w*|rechtzet\w*|actualis\w*|klopt niet"
    r"|verouderd)\b"
)
LATER = lazy(
    r"\b(?:later|nader|nog (?:te|niet)|zal worden|zullen worden|wordt nog|worden nog|geëvalueerd"
    r"|evaluatie|vast te leggen"
    r"|bepalen zij|in overleg|werkafspraak|werkgroep|stuurgroep|overleg)\b"
)
CITIZEN = lazy(
    r"(?:^|\b(?:als|indien|wanneer|zodra|die) )(?:de |een |elke |iedere )?(?:burger|aanvrager|inwoner"
    r"|ouder|ouders"
    r"|deelnemer|huurder|eigenaar|kandidaat|klant|student|leerling)s?\b[^.;]{0,40}\b(?:deelt|bezorgt"
    r"|vult|geeft|dient"
    r"|ondertekent|bezorgde|gaf|vulde|deelde|vermeldt|moet invullen)\b|\bbij de aanvraag voegt\b"
)
NAMED_ELSEWHERE = lazy(
    r"\b(?:functionaris\w*|dpo|contactpersoon|helpdesk|telefonisch bereikbaar|ondertekenaar"
    r"|ondernemingsnummer \d|kbo|vertegenwoordigd)\b"
)

# The words that make a reason of whatever sentence they stand in.
STRONG = lazy(
    r"\b(?:omdat|want|aangezien|opdat|zodat|teneinde|vandaar|immers|anders|daardoor|waardoor|zo(?:niet"
    r"| niet)"
    r"|om (?:[\w'/-]+ ){1,14}te|nodig (?:om|voor|omdat|bij|zodat)|noodzakelijk (?:om|voor|omdat|bij)"
    r"|vereist (?:om|voor|bij)"
    r"|onmisbaar|onontbeerlijk|dien(?:t|en|de|den) (?:om|ter|voor|tot)|diende om|ter (?:staving"
    r"|controle|bepaling|identificatie"
    r"|berekening|vaststelling|verificatie|voorkoming|vermijding|beoordeling|ondersteuning|opvolging"
    r"|bevestiging"
    r"|onderscheiding|contactname|koppeling|toetsing)|met het oog op|zonder\b[^.;]{3,80}\b(?:kan|kunnen"
    r"|niet|geen|onmogelijk)"
    r"|bepaalt|bepalen\b|bepalend|\w{0,20}sleutel|maatstaf|criterium|drempel|basis voor|grondslag voor"
    r"|uitgangspunt"
    r"|daarmee|hiermee|waarmee|daaruit|hieruit|waaruit|daaraan|waaraan|daarop|waarop|daarvan|daarnaar"
    r"|hang(?:t|en)\b[^.;]{0,30}\b(?:af|van)|afhang\w*|afhankelijk|(?:laat|laten"
    r"|toe)\b[^.;]{0,30}\btoe(?:laten)?"
    r"|toelaten|mogelijk (?:te )?ma(?:akt|ken)|ma(?:akt|ken)\b[^.;]{0,60}\bmogelijk|verzeker(?:t|en)"
    r"|garande(?:ert|ren)|waarborg(?:t|en)"
    r"|slui(?:t|ten)\b[^.;]{0,60}\buit|uitsluiten|voorkom(?:t|en)|vermijd(?:t|en)|belet(?:ten)?"
    r"|verhinder(?:t|en)"
    r"|verwissel\w*|verwarring|verwarren|verwart|toon(?:t|en)|bewijs(?:t|zen)|blijkt|onderscheid\w*"
    r"|(?:weeg|weegt|wegen|tel|telt|tellen) mee"
    r"|volsta(?:at|an)|met minder|enkel wie|alleen wie|pas vanaf)\b"
)
# A verb that tells something of a datum.
TELLS = lazy(
    r"\b(?:is|zijn|kan|kunnen|kon|moet|moeten|mag|mogen|zal|heeft|hebben|hoort|horen|geldt|gelden|start"
    r"|begint|eindigt|vervalt"
    r"|stopt|loopt|geeft|geven|zegt|zeggen|vertelt|wijst|wijzen|leidt|leiden|vindt|vinden|gevonden"
    r"|bereikt|bereiken|bereikbaar"
    r"|herkent|herkennen|herkend|contacteer\w*|belt|bellen|schrijft|aangeschreven|aanschrijven"
    r"|uitgenodigd|uitnodigt|opzoekt"
    r"|koppelt|koppelen|gekoppeld|match\w*|vergelijkt|vergeleken|controleert|gecontroleerd|nagaan"
    r"|nagegaan|nagekeken|berekent"
    r"|berekend|berekenen|uitgerekend|beslist|beslissen|betaald|betaalt|gestort|betekend|bezocht"
    r"|langsga\w*|plant|gepland|ingepland"
    r"|indeelt|ingedeeld|toegewezen|toegekend|verhoogt|verlaagt|verhoogd|beslaat|rangschikt"
    r"|gerangschikt|kiest|gekozen|meet"
    r"|aanspreken|aanspreekt|weten|weet|ziet|zien|krijgt|krijgen|telt|tellen|verschilt|beperkt|vraagt"
    r"|vereist|vergt"
    r"|ophaalt|afhaalt|opvangt|worden|wordt)\b"
)
NEGATED = lazy(r"\b(?:niet|geen|noch|evenmin|nooit|nergens)\b")
# What points back at the data: 'die', 'de eerste groep', 'punt 2', 'dat veld'.
BACK = lazy(
    r"^(?:de|het|dit|dat|die|deze|zij|ze|elk|elke|punt|groep|categorie|blok|luik|kolom|veld|rubriek"
    r"|cluster|gegeven|beide|alle|samen"
    r"|met|zonder|op|uit|aan|via|dankzij|daarmee|hiermee|daaruit|hieruit|daarvan|daaraan|alleen|enkel"
    r"|pas)\b"
    r"|\b(?:de|het) (?:eerste|tweede|derde|vierde|vijfde|zesde|laatste|overige|andere|twee|drie)\b"
    r"|\b(?:onder|in|punt|littera) [a-h1-9][)°]?|\b(?:deze|die|dit|dat|elk"
    r"|elke) (?:\w+ ){0,1}(?:gegevens?|velden?|kolom\w*|groep\w*"
    r"|rubriek\w*|categorie\w*|elementen|informatie|vermelding|lijst)\b"
)


def data_in(low: str) -> Iterator[int]:
    """Yield where a word names a datum, or a question asks for one."""
    for word in _WORD.finditer(low):
        if _is_datum(word.group()):
            yield word.start()


@functools.lru_cache(maxsize=4096)
def _is_datum(word: str) -> bool:
    return word in _EXACT or (word.endswith(_ENDINGS) and word not in _NO_DATUM)


def asked_in(low: str) -> Iterator[int]:
    """Yield where a question names a datum: 'hoeveel kinderen er wonen'."""
    yield from (match.start() for match in _ASKED.finditer(low))


def weak_data_in(low: str) -> int:
    """Count the words that can name a datum, also those that mostly name another thing."""
    return sum(map(_may_be_datum, _WORD.findall(low)))


@functools.lru_cache(maxsize=4096)
def _may_be_datum(word: str) -> bool:
    return word.endswith(_ENDINGS) or word in _EXACT

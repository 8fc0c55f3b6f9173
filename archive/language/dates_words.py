"""The words dates are said with in Ukrainian, English, Polish and Russian, in the cases they are said in."""

from archive.language.fold import fold

# Nominative, genitive, locative, instrumental.
_MONTHS_UK = (
    "січень січня січні січнем|лютий лютого лютому лютим|березень березня березні березнем|"
    "квітень квітня квітні квітнем|травень травня травні травнем|червень червня червні червнем|"
    "липень липня липні липнем|серпень серпня серпні серпнем|вересень вересня вересні вереснем|"
    "жовтень жовтня жовтні жовтнем|листопад листопада листопаді листопадом|грудень грудня грудні груднем"
)
_MONTHS_RU = (
    "январь января январе январём|февраль февраля феврале февралём|март марта марте мартом|"
    "апрель апреля апреле апрелем|май мая мае маем|июнь июня июне июнем|июль июля июле июлем|"
    "август августа августе августом|сентябрь сентября сентябре сентябрём|октябрь октября октябре октябрём|"
    "ноябрь ноября ноябре ноябрём|декабрь декабря декабре декабрём"
)
_MONTHS_PL = (
    "styczeń stycznia styczniu styczniem|luty lutego lutym lutym|marzec marca marcu marcem|"
    "kwiecień kwietnia kwietniu kwietniem|maj maja maju majem|czerwiec czerwca czerwcu czerwcem|"
    "lipiec lipca lipcu lipcem|sierpień sierpnia sierpniu sierpniem|wrzesień września wrześniu wrześniem|"
    "październik października październiku październikiem|listopad listopada listopadzie listopadem|"
    "grudzień grudnia grudniu grudniem"
)
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"

_SEASONS = {
    "uk": "весна весни весні весною навесні|літо літа літі літом влітку улітку|осінь осені осені осінню восени|зима зими зимі зимою взимку узимку",
    "ru": "весна весны весне весной весною|лето лета лете летом|осень осени осени осенью|зима зимы зиме зимой зимою",
    "pl": "wiosna wiosny wiośnie wiosną|lato lata lecie latem|jesień jesieni jesieni jesienią|zima zimy zimie zimą",
    "en": "spring|summer|autumn fall|winter",
}
_ABBREVIATED = (
    "січ янв sty jan|лют лютн фев февр lut feb|бер берез мар mar|квіт апр kwi apr|трав maj|черв июн cze jun|"
    "лип липн июл lip jul|серп авг sie sierp aug|вер верес сен сент wrz sep sept|жовт окт paź oct|листоп ноя нояб lis nov|"
    "груд дек gru dec"
)

NOMINATIVE, GENITIVE, LOCATIVE, INSTRUMENTAL = range(4)


def _table(text: str, first: int) -> dict[str, tuple[str, ...]]:
    return {f"{number:02}": tuple(forms.split()) for number, forms in enumerate(text.split("|"), first)}


MONTHS = {
    "uk": _table(_MONTHS_UK, 1),
    "en": _table(_MONTHS_EN, 1),
    "pl": _table(_MONTHS_PL, 1),
    "ru": _table(_MONTHS_RU, 1),
}
SEASONS = {language: _table(text, 21) for language, text in _SEASONS.items()}
DECLINED = {language: MONTHS[language] | SEASONS[language] for language in MONTHS}

# Folded word → EDTF month or season. English "May" and Polish "lata" (of summer) are told from other words by a year.
BY_WORD = {
    fold(form): number
    for table in (*DECLINED.values(), _table(_ABBREVIATED, 1))
    for number, forms in table.items()
    for form in forms
}

ABOUT = (
    "about around circa c. ca. ca approximately roughly|близько біля приблизно орієнтовно десь|"
    "około ok. mniej_więcej w_przybliżeniu|около примерно приблизительно ориентировочно где-то"
)
PERHAPS = (
    "probably possibly perhaps maybe likely|ймовірно імовірно мабуть можливо певно напевно|"
    "prawdopodobnie być_może chyba zapewne możliwe|вероятно возможно наверное наверно видимо скорее_всего"
)
AFTER = "after since from not_before|після від з із зі починаючи_з не_раніше|po od począwszy_od nie_wcześniej_niż|после с со от начиная_с не_раньше"
BEFORE = "before until till by up_to not_after no_later_than|до перед по не_пізніше|przed do nie_później_niż|до перед не_позже не_позднее"
AT = "in on at the|у в уві на|w we na|в во на"
YEAR = "year|року рік році роком рр. рр р. р|roku rok rokiem r. r|года год году годом гг. гг г. г"
PAIRS = (
    ("from since", "to until till through"),
    ("between", "and"),
    ("з із зі від", "до по"),
    ("між поміж", "і й та"),
    ("od", "do"),
    ("między pomiędzy", "a i"),
    ("с со от", "до по"),
    ("между", "и"),
)
DAY_UNKNOWN = {"uk": "день невідомий", "en": "day unknown", "pl": "dzień nieznany", "ru": "день неизвестен"}
MONTH_UNKNOWN = {"uk": "місяць невідомий", "en": "month unknown", "pl": "miesiąc nieznany", "ru": "месяц неизвестен"}
DATE_UNKNOWN = {
    "uk": "місяць і день невідомі",
    "en": "month and day unknown",
    "pl": "miesiąc i dzień nieznane",
    "ru": "месяц и день неизвестны",
}
PERHAPS_SO = {"uk": "можливо", "en": "perhaps", "pl": "być może", "ru": "возможно"}
ROUGHLY = {"uk": "приблизно", "en": "approximately", "pl": "w przybliżeniu", "ru": "приблизительно"}


def alternatives(words: str) -> str:
    """A regular expression for any of the words, the longest first; "_" in a word is a space of the text."""
    listed = [word.replace("_", " ") for word in words.replace("|", " ").split()]
    return "|".join(word.replace(".", r"\.") for word in sorted(listed, key=len, reverse=True))

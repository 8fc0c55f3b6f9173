"""English words whose forms follow no rule: the strong and irregular verbs, plurals in -ves, names of peoples."""

from functools import cache

_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen
begin began begun|behold beheld beheld|bend bent bent|beseech besought besought|bet bet bet|bid bade bidden
bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred
bring brought brought|broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|dive dove dived|draw drew drawn
dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|hear heard heard|hew hewed hewn|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|kneel knelt knelt|knit knit knit|know knew known|lay laid laid|lead led led|lean leant leant
leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|mow mowed mown
outgrow outgrew outgrown|overcome overcame overcome|overhear overheard overheard|oversleep overslept overslept
overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|plead pled pled|prove proved proven|put put put
quit quit quit|read read read|rebuild rebuilt rebuilt|rend rent rent|rid rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
sew sewed sewn|shake shook shaken|shear sheared shorn|shed shed shed|shine shone shone|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept
slide slid slid|sling slung slung|slit slit slit|smell smelt smelt|sneak snuck snuck|sow sowed sown|speak spoke spoken
speed sped sped|spell spelt spelt|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat|split split split
spoil spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
sting stung stung|stink stank stunk|strew strewed strewn|stride strode stridden|strike struck stricken
string strung strung|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
thrive throve thriven|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset
wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written
"""
_DOUBLED = frozenset(
    """
    begin bet bid cut dig forbid forget get hit knit let put quit rid run set shed shut sit slit spin spit split swim
    upset win
    """.split()
)
_ENDING_IN_F = "calf elf half hoof housewife knife leaf life loaf midwife scarf sheaf shelf thief wharf wife wolf"
_PEOPLES = """
arab balt bolshevik buryat chechen cossack croat czech dane finn greek jew kazakh muslim nazi pole scot serb slav slovak
soviet swede tajik tatar turk uzbek
"""
# Forms that are other words as well: what they are by themselves is their second lemma.
_ALSO_WORDS = frozenset(
    "bent bit bore bound broke drunk fell felt lay left rent rose saw shot slew smelt spelt spoke stole thought".split()
)
_OTHERS = {
    "found": ("find", "found"),
    "ground": ("ground", "grind"),
    "wound": ("wound", "wind"),
    "building": ("building", "build"),
    "buildings": ("building", "build"),
    "evening": ("evening",),
    "lives": ("life", "live"),
    "leaves": ("leaf", "leave"),
    "people": ("people", "person"),
    "better": ("good", "better"),
    "best": ("good", "best"),
    "worse": ("bad", "worse"),
    "worst": ("bad", "worst"),
    **{word: (word[:-3],) for word in ("bigger", "hotter", "wetter", "thinner", "fatter", "sadder")},
}


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """The lemmas of every such form, best first."""
    found: dict[str, tuple[str, ...]] = {}
    for verb, *forms in (row.split() for row in _VERBS.replace("\n", "|").strip("|").split("|")):
        for form in {*forms} - {verb}:
            found[form] = (verb, form) if form in _ALSO_WORDS else (verb,)
        found[_participle(verb)] = (verb, _participle(verb))
    found |= {noun.removesuffix("e").removesuffix("f") + "ves": (noun,) for noun in _ENDING_IN_F.split()}
    found |= {people + "s": (people,) for people in _PEOPLES.split()}
    return found | _OTHERS


def _participle(verb: str) -> str:
    """The form in -ing: "lying", "writing", "cutting"."""
    if verb.endswith("ie"):
        return verb.removesuffix("ie") + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb.removesuffix("e") + "ing"
    return verb + verb[-1] * (verb in _DOUBLED) + "ing"

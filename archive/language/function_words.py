"""Words too frequent to search for or to know anybody by."""

from archive.language.fold import fold

_FUNCTION = """
і й та а але або чи що як це той ця ці у в на з із зі до від за по під над при про для без через бо не ні ж би б є бути був була було були
и под над для при без через перед между да но или что как это тот эта эти во с со к ко от из о об у же бы ли не ни быть был была было были я мы он она они
i oraz ani przed między a ale lub czy że jak to ten ta te w we na z ze do od za po pod nad przy o dla bez przez nie się być jest był była było były
the a an and or of in on at to from by for with is was were be are it that this he she they we i
"""
_KINDS = """
село селі селище місто містечко вулиця вул провулок площа проспект район область громада річка озеро хутір станція школа лікарня завод пан пані
село селе посёлок город улица ул переулок площадь проспект район область громада река озеро хутор станция школа больница завод
wieś miasto miasteczko ulica ul plac aleja rejon obwód powiat gmina rzeka jezioro stacja szkoła szpital pan pani
великий велика велике великі малий мала мале малі новий нова нове нові старий стара старе старі верхній верхня верхнє
нижній нижня нижнє перший перша друга большой большая большое малый малая малое новый новая новое старый старая старое
верхний верхняя верхнее нижний нижняя нижнее wielki wielka wielkie mały mała małe nowy nowa nowe stary stara stare
velyka velykyi velyke mala malyi male nova novyi nove stara staryi stare great little new old upper lower
village town city street st road square district region raion oblast hromada county river lake station school hospital mr mrs ms dr
"""
FUNCTION_WORDS = frozenset(map(fold, _FUNCTION.split()))
KINDS = frozenset(map(fold, _KINDS.split()))

"""Generated text for the language room: words of four languages with the signs that typing and scanning leave in them."""

from hypothesis import strategies as st

LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъАІЇЄҐabcdefghijklmnopqrstuvwxyząćęłńóśźżABCŁŻï"
SIGNS = "\u0301\u0300\u00ad\u200b\u200d\ufeff'’ʼ`"

words = st.text(alphabet=LETTERS + SIGNS, min_size=1, max_size=14)
texts = st.text(alphabet=LETTERS + SIGNS + ' \n-—.,«»"()0123456789', max_size=120)
any_text = st.one_of(texts, st.text(max_size=60))
languages = st.sampled_from(["uk", "en", "pl", "ru"])

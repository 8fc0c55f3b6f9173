"""A few passages, what they name, and questions to them: small enough to be loaded in every test that needs them."""

import json

PASSAGES = [
    {"id": "u01", "lang": "uk", "text": "З підвалу в Куп'янську ми вийшли аж у березні."},
    {"id": "r-02", "lang": "ru", "text": "Подвал был сырой, а хлеб пекла Татьяна Мороз."},
    {"id": "a/very_long.id of somebody else", "lang": "en", "text": "Kupyansk had no bread, said Tetiana Moroz."},
    {"id": "m04", "lang": "uk-ru", "text": "Стояли у мосту коло больніци."},
]
AUTHORITIES = [
    {"id": "kupiansk", "kind": "place", "uk": ["Куп'янськ"], "ru": ["Купянск"], "en": ["Kupiansk", "Kupyansk"],
     "adj": ["куп'янський", "купянский"], "extra": ["Kupiansk", "Kupiańsk"], "cap": True},
    {"id": "moroz_t", "kind": "person", "uk": ["Тетяна Мороз"], "ru": ["Татьяна Мороз"], "en": ["Tetiana Moroz"]},
    {"id": "n_tetiana", "kind": "name", "uk": ["Тетяна"], "ru": ["Татьяна"], "pl": ["Tetiana"], "en": ["Tetiana"]},
    {"id": "c_bread", "kind": "concept", "uk": ["хліб"], "ru": ["хлеб"], "en": ["bread"]},
    {"id": "c bread", "kind": "concept", "uk": ["хлібина"]},
]  # fmt: skip
LONG_ID = PASSAGES[2]["id"]
QUERIES = [
    {"id": "q1", "q": "підвал", "lang": "uk", "type": "infl", "relevant": ["u01"], "also_ok": ["r-02"]},
    {"id": "q2", "q": "Тетяни Мороз", "lang": "uk", "type": "person", "relevant": ["r-02", LONG_ID]},
    {"id": "q3", "q": "Купянске", "lang": "ru", "type": "place", "relevant": ["u01", LONG_ID]},
    {"id": "q4", "q": "Тетяна", "lang": "uk", "type": "person", "relevant": ["r-02", LONG_ID]},
    {"id": "q5", "q": "хліб", "lang": "uk", "type": "xling", "relevant": ["r-02", LONG_ID]},
]


def written(folder, name, rows):
    """A file with a row a line."""
    file = folder / name
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n")
    return str(file)


def listed(folder, name, rows):
    """A file with one JSON list."""
    file = folder / name
    file.write_text(json.dumps(rows, ensure_ascii=False))
    return str(file)

"""A corpus of a few interviews in the form of the generator."""

import random

WORDS = {
    "uk": "ми сиділи в підвалі і чекали хліба доки не стих обстріл Ізюм Місце 3 міст вода свічка".split(),
    "ru": "мы ждали хлеба в подвале пока не стих обстрел мост вода свеча река дом Изюм окно".split(),
    "pl": "czekaliśmy na chleb w piwnicy aż ucichł ostrzał most woda świeca rzeka dom okno".split(),
    "en": "we waited for bread in the cellar until the shelling ceased bridge water candle river".split(),
}


def interviews(count=9):
    """Every third restricted, the first long, each with its language in turn."""
    rng = random.Random(3)
    for number in range(1, count + 1):
        language = list(WORDS)[number % 4]
        segments = [
            [n * 9000, n * 9000 + 8000, "I" if n % 4 == 0 else "N", " ".join(rng.choices(WORDS[language], k=12))]
            for n in range(30 if number == 1 else 4)
        ]
        yield {
            "id": number,
            "slug": f"oh-{number:06d}",
            "title": f"Гостомил Вишнезор: розповідь {number}",
            "narrator": "Гостомил Вишнезор",
            "language": language,
            "date": f"2022-1{number % 3}-0{number}",
            "decade": 2020,
            "status": "restricted" if number % 3 == 0 else "published",
            "summary": " ".join(rng.choices(WORDS[language], k=8)),
            "places": [number % 4 + 1, 30][: 1 + number % 2],
            "topics": [number % 3 + 1, 20 + number % 2],
            "duration_ms": 36_000,
            "segments": segments,
        }

"""Common given names: so frequent that one alone tells nobody apart; each line is one name in our four languages."""

from archive.language.fold import fold
from archive.language.soundkey import sound

_NAMES = """
Олександр Александр Aleksander Alexander Oleksandr
Олександра Александра Aleksandra Alexandra
Олексій Алексей Oleksij Aleksy Alexey
Анастасія Анастасия Anastazja Настя
Анатолій Анатолий Anatol
Андрій Андрей Andrzej Andrew
Анна Ганна Hanna Anna Ann
Антон Antoni Anthony
Антоніна Антонина Antonina
Аркадій Аркадий Arkadiusz
Артем Артём Artem
Артур Artur Arthur
Богдан Bohdan Bogdan
Богдана Bohdana
Борис Borys Boris
Вадим Wadym
Валентин Walenty
Валентина Walentyna
Валерій Валерий Walery
Валерія Валерия Waleria
Варвара Barbara
Василь Василий Wasyl Bazyli Basil
Василина Василиса
Віктор Виктор Wiktor Victor Viktor
Вікторія Виктория Wiktoria Victoria
Віра Вера Wiera Vera
Віталій Виталий Witalij Witold
Влад Владислав Władysław Vladyslav
Владислава Władysława
Володимир Владимир Wołodymyr Włodzimierz
Всеволод Wsiewołod
В'ячеслав Вячеслав Wiaczesław Viacheslav
Галина Halina
Геннадій Геннадий Giennadij
Георгій Георгий Jerzy George
Григорій Григорий Grzegorz Hryhorij Gregory
Давид Dawid David
Данило Даниил Данила Daniel Danylo
Дар'я Дарія Дарья Дарина Daria Daryna
Денис Denys Denis
Діана Диана Diana
Дмитро Дмитрий Dmytro Dymitr
Едуард Эдуард Edward Eduard
Елла Элла Ella
Емілія Эмилия Emilia
Євген Евгений Eugeniusz Eugene Jewhen
Євгенія Евгения Eugenia
Єгор Егор Jegor
Єлизавета Елизавета Elżbieta Elizabeth
Зінаїда Зинаида Zinaida
Злата Zlata
Зоя Zoja
Іван Иван Iwan Jan John
Ігор Игорь Ihor
Ілля Илья Ilja
Інна Инна Inna
Іраїда Ираида
Ірина Ирина Iryna Irena
Йосип Иосиф Józef Joseph
Каріна Карина Karina
Катерина Екатерина Katarzyna Catherine Katherine
Кирило Кирилл Kyryło Cyryl
Клавдія Клавдия Klaudia
Костянтин Константин Konstanty Kostiantyn
Ксенія Ксения Оксана Oksana Ksenia
Лариса Larysa
Леонід Леонид Leonid
Лідія Лидия Lidia
Лілія Лилия Lilia
Любов Любовь Lubow Liubov
Людмила Ludmiła
Лука Łukasz Luke
Макар Makar
Максим Maksym Maxim
Маргарита Małgorzata Margaret
Марина Maryna
Марія Мария Maria Mary Марічка
Марко Марк Marek Mark
Мар'яна Марьяна Marianna
Матвій Матвей Mateusz Matthew
Микита Никита Nikita
Микола Николай Mikołaj Nicholas Mykola
Мирон Myron
Мирослав Mirosław
Мирослава Mirosława
Михайло Михаил Michał Michael Mychajło
Надія Надежда Nadia Nadija Nadzieja
Назар Nazar
Наталія Наталья Наталя Natalia
Неля Нелля Нелли Nela
Ніна Нина Nina
Олег Oleg Oleh
Олена Елена Helena Olena Helen Алена Алёна
Олеся Олеся Лєся Леся Łesia
Ольга Olga
Остап Ostap
Павло Павел Paweł Paul
Петро Пётр Piotr Peter
Поліна Полина Paulina
Раїса Раиса Raisa
Ростислав Rościsław
Роман Roman
Руслан Rusłan
Руслана Rusłana
Світлана Светлана Switłana Swietłana
Святослав Świętosław
Семен Семён Szymon Simon
Сергій Сергей Serhij Sergiusz
Соломія Соломия Solomija
Софія София Zofia Sophia
Станіслав Станислав Stanisław
Степан Stefan Stephen Stepan
Тамара Tamara
Тарас Taras
Тетяна Татьяна Tetiana Tatiana
Тимофій Тимофей Tymoteusz
Тимур Timur
Федір Фёдор Fedir Teodor
Христина Кристина Krystyna Christina
Юлія Юлия Julia
Юрій Юрий Jurij
Яків Яков Jakub Jacob
Яна Jana
Ярослав Jarosław
Ярослава Jarosława
"""
_ROWS = [tuple(line.split()) for line in _NAMES.split("\n") if line]
_BY_SOUND = {sound(fold(name)): row for row in reversed(_ROWS) for name in row}


def rows() -> list[tuple[str, ...]]:
    """Every common given name: its spellings, the Ukrainian one first."""
    return _ROWS


def equivalents(name: str) -> tuple[str, ...]:
    """The common given name in all its languages, whichever it is written in; () if it is not a common one."""
    return _BY_SOUND.get(sound(fold(name)), ())

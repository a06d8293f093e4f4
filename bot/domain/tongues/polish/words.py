"""Polish words of times, distances and sentences."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # times of day
    "today": "dziś, dzisiaj",
    "this morning": "dziś rano, dzisiaj rano, dziś z rana, dzisiaj z rana",
    "this afternoon": "dziś po południu, dzisiaj po południu, dziś popołudniu, dzisiaj popołudniu",
    "this evening": "dziś wieczorem, dziś wieczór, dzisiaj wieczorem, dzisiaj wieczór",
    "tonight": "dziś w nocy, dzisiaj w nocy, tej nocy",
    "last night": "wczoraj w nocy",
    "yesterday": "wczoraj",
    "day before yesterday": "przedwczoraj",
    "tomorrow": "jutro",
    "day after tomorrow": "pojutrze",
    "morning": "rano, z rana, rankiem, przed południem",
    "early morning": "nad ranem, wcześnie rano",
    "noon": "w południe, południe, poludnia",
    "afternoon": "po południu, popołudniu, popołudnie, popo",
    "evening": "wieczorem, wieczór, pod wieczór",
    "late evening": "późnym wieczorem",
    "night": "w nocy, nocą, noc, nocy",
    "midnight": "północ, północy, o północy",
    "ago": "temu",
    "now": "teraz",
    "just now": "przed chwilą, chwilę temu, dopiero co, właśnie",
    "just": "dopiero",
    # days of the week, months
    "daily": "codziennie, co dzień, każdy dzień, dzień w dzień, cały tydzień, wszystkie dni",
    "weekdays": "dni robocze, dni powszednie, w dni robocze, w dni powszednie, robocze, w tygodniu",
    "weekends": "weekendy, w weekend, w weekendy, na weekend, weekend",
    "except": "oprócz, poza, z wyjątkiem, prócz, tylko nie, ale nie",
    "since": "od",
    "to": "do",
    # lengths and distances
    "few": "parę, kilka",
    # running and walking
    "run": "biegac, biegi, biegania",
    # training
    "calves": "łydki",
    "thighs": "uda",
    "quads": "czwórki, czworogłowe",
    "hamstrings": "dwójki, dwugłowe",
    "glutes": "pośladki",
    # asking
    "still": "jeszcze",
    "already": "już",
    "again": "znowu, znów, ponownie",
    "do": "zrobić, robić",
    "go": "iść, pójść, wyjść",
    "help": "pomoc, pomocy, pomóż",
    "what can you do": "co umiesz, co potrafisz",
    "how does this work": "jak to działa",
    # telling
    "only": "tylko",
    "I": "ja, mam",
    "my": "moje, mój, moja",
    "are": "są",
    "is": "jest",
    "feel": "czuję",
    "was": "był, była, było",
    "very": "bardzo",
    "hard": "ciężko",
    # greeting
    "good morning": "dzień dobry",
    "please": "proszę",
    "hello": "cześć, siema, siemka, elo, witam, hejka, czołem",
    "hey": "hej",
    "good evening": "dobry wieczór",
    "thanks": "dzięki, dziękuję, dziena, dzięks",
    # answering reminders, plans
    "snooze": "drzemka",
    "later": "później, potem, nie teraz, za chwilę",
    # denying, danger
    "without": "bez",
    "not": "nie",
    "never": "nigdy",
    "cough": "kaszel, kaszlę",
    "no": "żaden, żadna, żadnych, żadnej",
    # small words
    "or": "lub, albo",
    "but": "ale, lecz",
}

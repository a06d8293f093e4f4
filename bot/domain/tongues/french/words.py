"""French words of times, distances and sentences."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # times of day
    "today": "aujourd'hui, aujourdhui, ajd, auj",
    "day before yesterday": "avant-hier, avant hier",
    "yesterday evening": "hier soir, hier dans soiree",
    "this morning": "ce matin, ce mat",
    "today noon": "ce midi",
    "this afternoon": "cet aprem, cet apres-midi, cet apres midi",
    "this evening": "ce soir, dans soiree",
    "tonight": "cette nuit",
    "yesterday": "hier",
    "tomorrow": "demain, 2main",
    "day after tomorrow": "apres-demain, apres demain",
    "morning": "matin, mat, dans matinee",
    "noon": "midi",
    "afternoon": "apres-midi, apres midi, aprem",
    "evening": "soir, soiree",
    "night": "nuit",
    "midnight": "minuit",
    "now": "maintenant, mtn, mnt, tout de suite, a instant",
    "just": "juste, tout juste",
    "last night": "nuit derniere",
    # days of the week, months
    "monday": "lundi, lun",
    "tuesday": "mardi, mar",
    "wednesday": "mercredi, mer",
    "thursday": "jeudi, jeu",
    "friday": "vendredi, ven",
    "saturday": "samedi, sam",
    "sunday": "dimanche, dim",
    "every": "chaque, tous",
    "except": "sauf, hormis, hors, excepte",
    "since": "depuis, depuis le",
    "feb": "fevrier, fevr, fev",
    "apr": "avril, avr",
    "jun": "juin",
    "jul": "juillet, juil",
    "aug": "aout",
    "1st": "1er, le 1er, premier",
    # lengths and distances
    "m": "metre, metres",
    "down": "de descente, descente, d-",
    "marathon": "un marathon",
    "few": "quelques",
    "hour": "heure",
    "hours": "heures",
    "min": "mn",
    "day": "jour, journee",
    "days": "jours",
    "week": "semaine",
    "weeks": "semaines, sem",
    "months": "mois",
    "about": "environ, genre, a peu pres",
    "for": "pour, pendant, durant",
    "km": "kilometre, kilometres, kms, bornes, borne",
    "half marathon": "semi, semi-marathon, demi-marathon, demi marathon, un semi",
    # running and walking
    "run": (
        "courir, aller courir, course a pied, footing, faire un footing, faire un jogging, "
        "faire une sortie, sortie, trotter, cours"
    ),
    "jog": "jogging",
    "downhill run": "sortie en descente",
    "walk": "marcher, marche, balade, rando",
    "easy": (
        "facile, tranquille, cool, ef, endurance fondamentale, en endurance, endurance, doucement, "
        "recup"
    ),
    "long run": "sl",
    "steady": "modere, moderee, footing modere",
    "tempo": "sortie tempo, allure",
    "threshold": "seuil, au seuil, seance seuil",
    "sprints": "sprint, sprinter",
    "hills": "cotes, seance de cotes",
    "race": "compet, competition, course officielle",
    # training
    "gym": "muscu",
    "glutes": "fessiers, fesses",
    "legs": "jambes, jambe, guibolles, bas de corps",
    "quads": "quadris, quadriceps, cuisses",
    "hamstrings": "ischios",
    "calves": "mollets",
    "it was": "c'était",
    "hard": "intense, dure, dur, lourd, lourde, lourdes",
    "light": "legere, legeres",
    "normal": "normale, moyen, moyenne",
    # asking
    "do": "faire, refaire",
    "rest": "me reposer, repos, reposer",
    "still": "encore, quand meme",
    "already": "deja",
    "again": "de nouveau",
    "help": "aide, a aide, aide moi, aide-moi",
    "what can you do": (
        "que peux-tu faire, tu fais quoi, tu peux faire quoi, qu'est-ce que tu peux faire, "
        "qu'est-ce que tu sais faire"
    ),
    "how does this work": "comment ca marche, ca marche comment",
    "checkin": "bilan, check-in, faire bilan",
    # telling
    "walked": "j'ai marche",
    "I": "je, j'ai, j', moi",
    "did": "fait",
    "ran": "couru",
    "trained": "entraine, bosse",
    "are": "sont",
    "is": "est",
    "very": "tres, super",
    "only": "seulement, que, uniquement",
    "soreness": "courbatures, courbature, doms",
    "slept": "dormi",
    "sleep": "sommeil",
    "effort": "intensite, effort de, difficulte, ressenti",
    # greeting
    "please": "stp, svp, s'il te plait, s'il vous plait",
    "hello": "bonjour, bjr, coucou, cc",
    "hi": "salut, slt",
    "good evening": "bonsoir, bsr",
    "thanks": "merci, mci, merci beaucoup",
    # answering reminders, plans
    "done": "faite, faites, c'est fait, termine, terminee, fini, finie",
    "later": "plus tard, tout a heure, apres",
    "stop": "arrete, arreter, stoppe, ca suffit",
    "stop reminders": "plus de rappels",
    # denying, danger
    "without": "sans",
    "no": "ni, aucun, aucune",
    # small words
    "or": "ou",
    "a": "un, une",
    "in": "en",
    "at": "vers",
    "cough": "toux, tousse",
    # said for nothing
    "": "de, donc, alors",
}

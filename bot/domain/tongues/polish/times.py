"""Polish rules for times and days."""

from typing import Final

from bot.domain.tongues.polish.parts import DAY
from bot.domain.tongues.tongue import Rules

# The day of a date stands before.
_BEHIND_NUMBER: Final = r"(?<=[\d.] )"

RULES: Final[Rules] = {
    # months
    rf"{_BEHIND_NUMBER}sty\b|\bstycz\w*": "jan",
    rf"{_BEHIND_NUMBER}lut\b|\blut[ye]\w*": "feb",
    rf"{_BEHIND_NUMBER}mar\b|\bmarz?[ec]\w*": "mar",
    rf"{_BEHIND_NUMBER}kwi\b|\bkwie[tc]\w*": "apr",
    rf"{_BEHIND_NUMBER}maja?\b": "may",
    rf"{_BEHIND_NUMBER}cze\b|\bczerw[ci]\w*": "jun",
    rf"{_BEHIND_NUMBER}lip\b|\blip[ci]\w*": "jul",
    rf"{_BEHIND_NUMBER}sie\b|\bsierp\w*": "aug",
    rf"{_BEHIND_NUMBER}wrz\b|\bwrzes\w*": "sep",
    rf"{_BEHIND_NUMBER}paz\b|\bpazdz\w*": "oct",
    rf"{_BEHIND_NUMBER}lis\b|\blistop\w*": "nov",
    rf"{_BEHIND_NUMBER}gru\b|\bgrud\w*": "dec",
    # clock times
    r"(?<=\d) ?(?:na|z) 10\b": "/10",
    r"\b(?:polowa|pol) (?=maraton)": "half ",
    r"\b(?:o|na|do|od) (?=(?:polnoc|poludni)\w*)": "",
    r"(?<![\d.,] )(?<!\d)\b(?:o |na )?(?:godzin(?:a|ie|e)|godz\.?|g\.) ?"
    r"(?=\d{1,2}\b(?! ?min))": "at ",
    r"\b(?:okolo|ok\.?|kolo|jakies) (?=\d+(?:[.,]\d+)? ?(?:godz|min|h\b|dni|km|kilo))"
    r"|\b(?:ok\.?|okolo|jakas) (?=godzine)": "",
    r"\Ado (\d{1,2}\.(?:0?[1-9]|1[0-2]))\Z": r"until \1.",
    r"\b(?:o|na) (?=\d{1,2}(?:[:.]\d\d)?(?: (?:rano|wieczor\w*|po poludniu))?(?:$|[,?!]))": "at ",
    r"\bo(?:kolo|k\.?)? (?=\d)|\b(?:tak )?(?:kolo|gdzies o) (?=\d)": "at ",
    # lengths
    r"\b(\d+) i pol\b": r"\1.5",
    r"\b(\d+) (km|kilometr\w*) i pol\b": r"\1.5 \2",
    r"\bpol(?:torej|tora) (?=godz|tyg|dnia|doby|km|kilo|h\b)": "1.5 ",
    r"\bpol (?=km|kilo)": "0.5 ",
    r"\b(?:3 )kwadranse?\b": "45 min",
    r"\bpol (?:godzin\w*|h)\b": "30 min",
    r"(?<=godzina i )kwadrans|(?<=godzine i )kwadrans|\bkwadrans\w*": "15 min",
    r"\bgodzin\w* i pol\b(?! godz)": "1.5 hours",
    r"\b(?:par[eu]|kilku?|pare|kilka) (?=godz|min|dni|tyg|h\b)": "few ",
    r"(?<![\d.,])1 ?godz(?:in\w*)?\b\.?": "1 hour",
    r"(\d) ?(?:godz(?:in(?!e\b)\w*)?\b\.?|g\b)": r"\1 hours",
    r"\bfew godz\w*": "few hours",
    r"\bgodzine\b|(?<!\d )\bgodzin(?:ka|ke|a)\b": "1 hour",
    r"(\d) ?minut\w*": r"\1 minutes",
    r"\bminut(?:e|ka|ke|a)\b": "1 minute",
    r"\bminut\w*": "minutes",
    r"(?<=\d )(?:tydzien|tygodn\w*|tyg\b\.?)|(?<=few )(?:tygodn\w*|tyg\b)": "weeks",
    r"(?<!ten )(?<!tym )\b(?:tydzien|tygodnia)\b(?= temu|$|[,?!])": "1 week",
    r"\bza tydzien\b": "in 1 week",
    r"(?<=\d )(?:dni|dnia|dob\w*)\b|(?<=few )dni\b": "days",
    r"(?<=\d )(?:dzien|dob[ae])\b": "day",
    r"\Adzien\Z|\bdob[ae]\b": "1 day",
    r"(?<=\d )miesi\w*": "months",
    r"\bmiesiac temu": "1 month ago",
    r"\b1 (week|month|day|hour)s\b": r"1 \1",
    # days
    r"\bponiedzial\w*": "monday",
    r"\bwtor(?:ek|k\w*)\b": "tuesday",
    r"\bsrod(?:a|y|e|zie|ach)\b": "wednesday",
    r"\bczwart(?:ek|k\w*)\b": "thursday",
    r"\bpiat(?:ek|ku|ki|kiem|kow|kach)\b": "friday",
    r"\bsobot\w*": "saturday",
    r"\bniedziel\w*": "sunday",
    r"\b(?:pon|pn|pnd|poniedz)\b": "mon",
    r"\b(?:wt|wto)\b": "tue",
    r"\b(?:sr|sro)\b": "wed",
    r"\b(?:czw|cz)\b": "thu",
    r"\b(?:pt|piat|pia)\b": "fri",
    r"\b(?:sob|sb)\b|(?<=we )so\b|(?<=w )so\b": "sat",
    r"\b(?:nd|ndz|niedz)\b|(?<=w )ni\b|(?<=sat i )nie\b": "sun",
    r"\b(?:we? )?(?:zeszl|ubiegl|minion|ostatn|poprzedn)(?:y|a|ego|ej|ym|i|iego|im"
    r"|iej|ia)\b": "last",
    r"\b(?:we? )?(?:przyszl|nastepn|nadchodzac|kolejn|najblizsz)(?:y|a|e|ego|ej|ym)\b": "next",
    rf"\b(?:we? )?(?:ten|te|ta|tym|tej|tego) (?={DAY}|tyg|noc)": "this ",
    r"\b(last|next|this) (?:tydzien|tygodni\w*|tyg)\b": r"\1 week",
    rf"\bwe? (?={DAY}\b)": "on ",
    rf"\b(?:we? )?(?:kazd[yae]|co) (?={DAY}\b)": "every ",
    # from when to when
    r"\bza (?=\d|few|pol\b|1\b)": "in ",
    r"\bw (?:ciagu |czasie )?(?=\d+(?::\d\d|[ ]?(?:min|h\b|hour)))": "in ",
    r"\b(?:przez|na) (?=\d+(?:[.,]\d+)? (?:day|week|month))|\bprzez (?=few)": "",
    r"\b(?:przez|na) (?=\d)": "for ",
    r"\bod (\d+) do (\d+) ?(?=km|kilom|min|metr|m\b)": r"\1-\2 ",
    rf"\bod (?={DAY}\b[^,]{{0,24}}\bdo\b)": "",
    r"\bmiedzy (\S+) a (?=\d)": r"between \1 and ",
    rf"\bdo (?={DAY}|\d|next|jutra|pojutrza)": "to ",
    r"\Ato ": "until ",
    r"\bjutra\b": "tomorrow",
    r"\bpojutrza\b": "day after tomorrow",
    r"\Aod (\d+ (?:day|week)s)\Z": r"since \1 ago",
    r"\bod (?=\d)": "from ",
    rf"\b(jutro|dzis|dzisiaj|pojutrze|wczoraj|on {DAY})"
    r"((?: (?!(?:rano|pozn\w*|wiecz\w*|po|w|nad|at)\b)[a-z]+){1,4}?)"
    r" (at \d[\d:]*|rano|wieczorem|po poludniu)\b": r"\2 \1 \3",
}

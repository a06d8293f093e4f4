"""Portuguese rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

# Up to three words between two others.
_SOME: Final = r"(?: [\w']+){0,3}?"
_DELETE: Final = r"(?:apag\w*|delet\w*|exclu\w*|remov\w*)"
_LEG_DAY: Final = r"(?:treino de pernas?|dia de pernas?|leg ?day)"

_STOP: Final = r"(?:lembretes?|mensagens|notificações|avisos)"
_PLEASE: Final = r"(?:,? por favor)?[.!]*$"

RULES: Final[Rules] = {
    # no more reminders, said alone
    rf"^(?:por favor,? )?(?:(?:eu )?não (?:quero|preciso de)(?: receber| mais| os| seus)* {_STOP}"
    rf"(?: mais)?|(?:chega de|basta de|sem mais|nada de(?: mais)?) {_STOP}"
    r"|(?:quero |pode )?(?:parar?|pare|desativ(?:ar?|e)|deslig(?:ar?|ue)|cancel(?:ar?|e)"
    rf"|tir(?:ar?|e))(?: com| todos| os| as| meus| esses)* {_STOP}"
    rf"|(?:pare|parar?) de me (?:lembrar|avisar|escrever|incomodar|mandar {_STOP})"
    r"|não me (?:lembr[ea]|avis[ea]|escrev[ae]|incomod[ea])(?: mais)?"
    rf"|não me (?:mand[ea]|envi[ea])(?: mais)?(?: {_STOP}| nada)(?: mais)?){_PLEASE}": (
        "stop reminders"
    ),
    # reminders
    r"\b(?:me (?:lembr\w*|avis\w*)|lembra-me)(?= (?:de|do|da|sobre)\b)": "remind to",
    rf"\b(?:paus\w*|silenci\w*){_SOME} lembretes\b": "mute reminders",
    r"\bde férias\b": "mute reminders",
    rf"\b(?:quando|quais|ver|meus?|próximo){_SOME} lembretes?\b": "my reminders",
    # what is kept
    rf"\b{_DELETE}{_SOME} (?:dados|conta)\b|\b{_DELETE} tudo\b": "delete my data",
    r"\bme esquece\b|\besquece de mim\b": "delete account",
    rf"\b(?:o que|(?:que|quais) dados){_SOME} (?:sabe|guarda|tem)"
    rf"{_SOME} (?:sobre|de) mim\b": "privacy",
    rf"\b(?:export\w*|baix\w*){_SOME} dados\b": "export my data",
    r"\bimportar?\b": "import data",
    # settings
    r"\bfuso(?: horário)?\b": "time zone",
    r"\bhoras de silêncio\b|\bhora de dormir\b": "quiet hours",
    r"\bidioma\b|\blíngua\b|\bfal[ae] (?:português|inglês)\b"
    r"|\bem (?:português|inglês)$": "language",
    r"\bunidades\b": "my units",
    r"^(?:os |meus )?(?:ajustes|configurações)$": "settings",
    # entries, the week, the group
    rf"\b{_DELETE}{_SOME} {_LEG_DAY}\b": "delete leg day",
    rf"\b(?:{_DELETE}|corrigir|mudar){_SOME} (?:corrida|registro)\b": "delete entry",
    r"\bdesfaz\w*\b|\berrei\b": "wrong entry",
    r"\b(?:minha )?(?:sequência|estatísticas)\b": "streak",
    rf"\bquando foi{_SOME} últim[oa]\b": "when was my last",
    r"\beu (?:corri|treinei) ontem(?=\?)": "streak",
    r"\bo que (?:eu )?(?:fiz|treinei)\b": "streak",
    r"\bquanto (?:eu )?corri\b": "streak",
    r"\bplanejado\b|\bmeu plano\b|\bminha semana\b": "what planned",
    r"\bquem (?:treina|vem|vai treinar|tá dentro)\b": "who training",
    # small talk
    r"^(?:sim|não|salvar?|cancelar?)$": "yes",
    r"^(?:(?:muito|obrigad[oa]|valeu|brigad[oa]|ok|okay|beleza|blz|legal|show|perfeito|bom|boa|bot"
    r"|tchau|até|mais|ótimo|massa|tá)(?:[ ,!.]+|$))+$": "thanks",
    r"\bquem (?:é|és) (?:você|tu)\b|\bo que você é\b": "who are you",
    r"^(?:eu )?fui correr(?: hoje| ontem)?$": "went running",
    # what is known of training
    r"\bo que (?:ajuda|serve|é bom)(?: com| contra| para| pra)?(?: a| o)?\b": "what helps",
    r"\b(?:ajuda|serve)m?\b(?=\?)": "does help",
    r"\balong(?:ar|amento)\b": "stretching",
    r"\bbanho (?:de gelo|gelado|frio)\b|\bgelo\b": "ice bath",
    r"\baquec(?:er|imento)\b": "warm up",
    r"\bcafé\b": "coffee",
    r"\b(?:eu )?(?:bebi|tomei) (\d+|duas|três|quatro|umas) (?:cervejas?"
    r"|taças(?: de vinho)?|doses)\b": (r"\1 beers"),
    r"\b(?:voltar a )?correr (?:forte|rápido)\b": "run fast",
    r"\bcorro mesmo assim\b": "run anyway",
    r"\bálcool\b|\bcerveja\b": "alcohol",
    r"\bibuprofeno\b|\banalgésicos?\b": "painkillers",
    r"\bproteínas?\b": "protein",
    r"\bquant[ao]s?\b(?= (?:protein|agua|sono))": "how much",
    r"\bpor ?que (?:eu )?(?:estou com|tenho|sinto) (?:tanta )?dor(?:es)? muscular(?:es)?\b": (
        "why soreness"
    ),
    # what was done besides running
    r"\b(?:eu )?joguei (?:futebol|bola|tênis|basquete|vôlei)\b": "played football",
    r"\b(?:eu )?(?:pedalei|andei de (?:bike|bicicleta))\b": "cycled",
    # how a question is put
    r"\b(?:com|estou com) (?:um )?resfriado\b"
    r"|\b(?:estou |tô )?(?:(?:um )?pouco |meio )?resfriad[oa]\b": "with head cold,",
    r"\b(?:depois do|após o) (?:trabalho|serviço|trampo)\b": "after work",
    r"\bnão (?:estou com|tô com|tenho) tosse\b": "no cough",
    r"\b(?:correr|corro) ou (?:descansar|descanso)\b": "run or rest",
    r"\bcomo (?:está|tá|anda) (?:a )?minha recuperação\b": "how is my recovery",
    r"^(?:eu )?moro (?:em|no|na) [^?,]+$": "time zone",
    r"\bquando (?=posso|poderei|vou poder)": "when ",
    # the question of before once more
    r"^(?:e )?que tal\b": "what about",
    r"^(?:e |então |mas )*quando(?: então)?(?=\W*$)": "when then",
    r"^(?:e )?(?:por )?quanto tempo(?=\W*$| (?:can I|posso)\b)": "how long",
    r"\bgr[áa]vida\b|\bgravidez\b": "pregnant",
    # how legs are, other training
    r"\b(?:estou )?(?:de|com) ressaca\b": "hungover",
    r"\b(?:nesse|neste|com esse) calor\b": "in the heat",
    r"\b(?:está|tá|ta) (?:muito )?calor\b": "it's hot",
    r"\b(?:muita|bastante|forte|tanta) dor muscular\b|\bdor muscular forte\b": "very sore",
    r"\b(?:um pouco de|pouca|leve|alguma) dor muscular\b|\bdor muscular leve\b": "bit sore",
    r"\bdormi (?:muito )?mal\b": "slept badly",
    r"^(?:minhas|as) pernas (?:doem|est[aã]o doendo|t[aã]o doendo)(?: muito)?\W*$": "my legs hurt",
    r"\bquase não dormi\b|\bmal dormi\b": "barely slept",
    r"(?<!acabei de )(?<!terminei de )\b(?:treinar|fazer) (?:as )?pernas?\b": "train legs",
    r"\b(?:andar|ir|sair) de (?:bike|bicicleta)\b|\bpedalar\b": "bike",
    r"\bjogar (?:futebol|bola|tênis|basquete|vôlei)\b": "play football",
    r"\bnadar\b": "swim",
}

"""Italian rules for illness that is told as over, and for coughs that bring something up."""

from typing import Final

from bot.domain.tongues.italian.parts import sign
from bot.domain.tongues.notation import over, whole_words
from bot.domain.tongues.tongue import Rules

_ILLNESS: Final = (
    r"(?:(?:(?:la|il|lo|una?|mia|mio|questa|aver(?:e)? (?:avuto|preso|fatto)|brutta|forte) )"
    r"|l['’]|un['’])*"
    r"(?:febbre|influenza(?! intestinale)|covid(?:[- ]19)?|corona ?virus|bronchite|polmonite"
    r"|raffreddore|malattia|infezione|virus)"
)
_SOME: Final = r"(?:una?|due|tre|quattro|cinque|sei|qualche|alcune|alcuni|\d+)"
_DAYS: Final = r"(?:tre|quattro|cinque|sei|sette|otto|dieci|qualche|alcuni|[3-9]|[1-9]\d) giorn[io]"
_COUGHS: Final = r"(?:tosse|toss(?:isco|endo|ire|ito)|sput(?:o|ando|are|ato))"
_WITH: Final = r"(?: (?:con|del?|e|molto|tanto|un po'?(?: di)?|il))*"

RULES: Final[Rules] = {
    **over(
        illness=_ILLNESS,
        after="dopo",
        had=r"(?:ho (?:avuto|preso|fatto)|avevo)",
        was=r"(?:sono stat[oa]|ero|mi sono)",
        ill=r"(?:(?:molto|un po['’]?) )?(?:am)?malat[oa]",
        long_ago=(
            r"(?:(?:la )?settimana scorsa|la scorsa settimana|(?:il )?mese scorso"
            r"|l['’]anno scorso|l['’]inverno scorso"
            rf"|(?:{_SOME} (?:settiman[ae]|mes[ei])|{_DAYS}) fa)"
        ),
        recent=(
            r"(?:(?:di|da|e) )*(?:ieri|stanotte|stamattina|stamani|questa settimana|adesso|ora"
            r"|e arrivata|e iniziata)"
        ),
        asks=(
            r"(?:(?:e|ma|quindi|adesso|ora) )*(?:posso|potrei|devo|dovrei|va bene|e ok|quando"
            r"|come)"
        ),
        still=r"(?:ancora|sempre|da allora|tornat[ao])",
    ),
    **whole_words(
        {
            rf"{_COUGHS}{_WITH} sangue|emottisi": sign("coughing blood"),
            r"tosse (?:grassa|produttiva|catarrosa|bronchiale|di petto|al petto)"
            rf"|{_COUGHS}{_WITH} (?:catarro|muco)"
            r"|catarro (?:nel petto|nei bronchi|ai bronchi)": sign("chesty cough"),
        }
    ),
}

"""Parts of patterns that several files of rules share."""

from typing import Final

ABOUT: Final = r"(?:くらい|ぐらい|ほど|ちょっと|ちょい|ばかり|弱|強|程度)?"
GAP: Final = (
    r"(?:(?!大丈夫|平気|問題|異常|筋肉痛|普通|正常|透明|ペース|スピード)"
    r"(?:[^。.!?\n、,‹›]|(?<=[がはもの])、)){0,10}?"
)
# A particle and an adverb before a verb.
SOME: Final = (
    r"(?:が|を|も|は)?"
    r"(?:うまく|上手く|ちゃんと|全然|ぜんぜん|まともに|ほとんど|あまり|あんまり|深く|まったく"
    r"|全く|なかなか|一瞬|急に|少し|ちょっと|すごく|めっちゃ)?"
)
# What makes a verb negative.
DOES_NOT: Final = r"(?:な[いくかさし]|無[いくかし]|ませ|ず|へん|ねえ|ねー|ねぇ|ん(?![だで]))"
PEE: Final = (
    r"(?:(?<!糖)尿(?!酸|意|検|管|路|道|素)|おしっこ|オシッコ|お小水|小便|しょんべん|ションベン"
    r"|シッコ)"
)

"""Japanese rules for pain of joints, tendons and bones, strains, and being ill; marked ‹ and ›."""

from typing import Final

from bot.domain.tongues.japanese.parts import PEE
from bot.domain.tongues.tongue import Rules

# Words between a part and its pain; another part, or a training, ends them.
_GAP: Final = (
    r"(?:(?!大丈夫|平気|問題|異常|筋肉痛|正常|もも|太腿|脚|尻|ハム|筋|トレ|スクワット|走)"
    r"[^。.!?\n、,‹›]){0,10}?"
)
_BAD: Final = r"(?:痛|いた[いくみむ]|イタ[いイ]|腫)"
_JOINT: Final = r"(?:膝|ひざ|ヒザ|股関節|足首|足関節|くるぶし|関節)"
_TENDON: Final = r"(?:アキレス腱|膝蓋腱|腱(?!鞘|炎))"
_BONE: Final = r"(?:(?<![でま])すね|脛|むこうずね|骨(?!盤|格|折))"
# What is heard or felt to pop.
_POP: Final = r"(?:プチ|パキ|バキ|ボキ|ゴキ|バン|パン|ポン|ボン)[ッっ]?と?"

RULES: Final[Rules] = {
    # tendons, joints, bones
    r"アキレス腱炎|腱鞘?炎|(?:ジャンパー|ランナー)(?:膝|ひざ|ズニー)|腸脛靭帯炎": "‹tendonitis›",
    rf"{_TENDON}{_GAP}{_BAD}": "‹achilles pain›",
    rf"(?:{_JOINT}|足)[をがは]?(?:捻挫|ねんざ|ひねっ|ひねり|捻っ|くじい"
    r"|挫い)|捻挫|ねんざ": "‹sprained my ankle›",
    rf"{_JOINT}{_GAP}{_BAD}|{_BAD}(?:い|む|んで|みのある)(?:左|右)?{_JOINT}": "‹knee pain›",
    r"シンスプリント|過労性骨膜炎": "‹shin splints›",
    r"疲労骨折": "‹stress fracture›",
    r"骨折|骨[がをは]?折": "‹broken bone›",
    rf"{_BONE}{_GAP}{_BAD}": "‹shin pain›",
    # strains, pops
    r"(?:ハムストリングス?|ハム|ふくらはぎ|太?もも(?:裏)?|内転筋)?[をがはの]?(?:肉離れ|肉ばなれ)"
    r"|筋(?:肉)?[がを]?(?:断裂|切れ|切っ)|部分断裂": "‹pulled muscle›",
    rf"(?:{_JOINT}|ふくらはぎ|太?もも|ハム|アキレス腱)[でがのに]?{_POP}"
    rf"(?:いう|いった|なった|鳴っ)?(?:音|鳴|いっ|切れ|弾け)|(?:{_JOINT}|ふくらはぎ|太?もも|ハム"
    r"|アキレス腱)[でがの](?:何か)?が?弾け": "‹pop in my knee›",
    # limping, at night
    r"(?:足|脚|あし)[をはがも]?引きず|びっこ|跛行": "‹limping›",
    rf"(?:夜(?:中|間)|深夜|(?<![昨今])夜)[には]?も?{_GAP}(?:脚|足|あし|もも)?{_GAP}痛[むみいく]"
    r"|痛(?:く|み)で?て?(?:夜中に)?(?:目が覚め|眠れ|寝れ|寝られ)": "‹pain at night›",
    # urine, rhabdo
    rf"(?:ほとんど|ほぼ|あまり|全然|ずっと|まだ|一度も)?{PEE}[がをにはも]?"
    r"(?:ほとんど|ほぼ|あまり|全然|まだ|一度も|少ししか|ちょっとしか)?"
    r"(?:出てい?ない|出てい?ません|してい?ない|してい?ません|出ていません|少ししか出ない)"
    rf"|{PEE}(?:の?量)?[がはも]?(?:少な|減っ)|尿量[がはも]?(?:少な|減っ)": "‹barely peeing›",
    r"横紋筋融解症?|ラブド(?:ミオ\w*)?": "‹rhabdo›",
    r"血栓症?|エコノミークラス症候群": "‹blood clot›",
    # being ill
    r"(?:体調|具合|気分)[がはもを]?(?:すごく|少し|ちょっと|まだ|かなり|めっちゃ)?"
    r"(?:悪|わる|不良|崩し|崩れ|(?:すぐれ|優れ)な|よくな|良くな)|病気(?!休)": "‹feeling ill›",
}

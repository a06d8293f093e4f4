"""Codes of states and countries, long names of zones, and other names of big towns."""

import re
from typing import Final

_STATES: Final = (
    "al alabama, ak alaska, az arizona, ar arkansas, ca california, co colorado, ct connecticut, "
    "de delaware, fl florida, ga georgia, hi hawaii, id idaho, il illinois, in indiana, ia iowa, "
    "ks kansas, ky kentucky, la louisiana, me maine, md maryland, ma massachusetts, mi michigan, "
    "mn minnesota, ms mississippi, mo missouri, mt montana, ne nebraska, nv nevada, "
    "nh new hampshire, nj new jersey, nm new mexico, ny new york, nc north carolina, "
    "nd north dakota, oh ohio, ok oklahoma, or oregon, pa pennsylvania, ri rhode island, "
    "sc south carolina, sd south dakota, tn tennessee, tx texas, ut utah, vt vermont, "
    "va virginia, wa washington state, wv west virginia, wi wisconsin, wy wyoming, "
    "dc washington dc, ab alberta, bc british columbia, mb manitoba, nb new brunswick, "
    "nl newfoundland, ns nova scotia, on ontario, pe prince edward island, "
    "pei prince edward island, qc quebec, sk saskatchewan, yt yukon, nsw new south wales, "
    "qld queensland, vic melbourne, tas tasmania"
)
STATES: Final = dict(state.split(" ", 1) for state in _STATES.split(", "))
"""Codes of states and provinces, by a place that ``places`` has."""

TOWNS: Final = {  # other names: in the country's language, older ones, nicknames
    "America/New_York": "philly, the big apple, big apple, dc, atl, portland, columbus ohio, "
    "richmond, rochester, springfield, arlington, columbia, bos, jax, east side, cambridge, "
    "worcester, durham, toledo, charleston, alexandria va",
    "America/Toronto": "hamilton, kingston, windsor, the six, london on",
    "America/Vancouver": "victoria",
    "Indian/Mahe": "victoria",
    "America/Jamaica": "kingston",
    "America/Puerto_Rico": "san juan",
    "America/Argentina/San_Juan": "san juan",
    "America/Mazatlan": "la paz",
    "America/Guyana": "georgetown",
    "America/Cayman": "george town, georgetown",
    "America/La_Paz": "santa cruz",
    "Atlantic/Canary": "santa cruz",
    "America/Moncton": "new brunswick",
    "America/Halifax": "prince edward island",
    "America/Whitehorse": "yukon",
    "America/Chicago": "nola, dfw, htx, atx, chi town, chitown, windy city, birmingham, aurora, "
    "springfield, arlington, rochester, peoria, columbia, madison, des moines, h town, lincoln, "
    "jackson",
    "America/Denver": "slc, aurora, abq",
    "America/Phoenix": "phx, glendale, peoria, scottsdale, mesa",
    "America/Los_Angeles": "vegas, sin city, bay area, the bay, silicon valley, frisco, socal, "
    "norcal, pdx, glendale, long beach, anaheim, fresno, hollywood",
    "America/Costa_Rica": "san jose",
    "America/Caracas": "valencia, merida",
    "America/Argentina/Cordoba": "cordoba",
    "America/Mexico_City": "leon, ciudad de mexico, mexico df",
    "America/Bogota": "cartagena, bogota dc",
    "America/Sao_Paulo": "sampa",
    "Europe/London": "cambridge, worcester, lincoln, durham, york, windsor, richmond, "
    "sheffield, nottingham, belfast, the smoke",
    "Europe/Berlin": "munchen, koln, nurnberg, dortmund, essen, bonn",
    "Europe/Paris": "nantes, rennes, montpellier, grenoble",
    "Europe/Madrid": "cordoba, merida, leon, cartagena, zaragoza, palma, murcia, granada, cadiz, "
    "toledo",
    "Europe/Rome": "firenze, venezia, venice, genova, genoa, palermo, bari",
    "Europe/Amsterdam": "den haag, groningen, the netherlands",
    "Europe/Brussels": "bruxelles, brussel, antwerpen, anvers, gent, gand, liege, luik, bruges",
    "Europe/Zurich": "geneve, genf, zuerich, luzern, lucerne, st gallen, suisse, svizzera",
    "Europe/Vienna": "innsbruck",
    "Europe/Warsaw": "warszawa, lodz, cracow, breslau, danzig, katowice, szczecin, lublin",
    "Europe/Stockholm": "goteborg, uppsala",
    "Europe/Oslo": "tromso, stavanger",
    "Europe/Copenhagen": "kobenhavn, arhus, odense",
    "Europe/Helsinki": "helsingfors, espoo, oulu",
    "Europe/Lisbon": "lisboa, braga, coimbra",
    "Europe/Athens": "athina, piraeus",
    "Europe/Bucharest": "bucuresti, cluj, cluj napoca, timisoara, iasi",
    "Europe/Belgrade": "beograd, novi sad",
    "Europe/Kyiv": "kiev, odessa, kharkov, dnipro",
    "Europe/Moscow": "moskva, sankt peterburg, spb, leningrad",
    "Europe/Istanbul": "constantinople, antalya, bursa",
    "Asia/Kolkata": "bombay, madras, calicut, poona, jaipur, goa, kochi, bharat",
    "Asia/Karachi": "hyderabad",
    "Asia/Shanghai": "peking, canton, nanjing, hangzhou, tianjin, chongqing, xian",
    "Asia/Ho_Chi_Minh": "ha noi, hcmc, da nang",
    "Asia/Hong_Kong": "hk",
    "Asia/Kuala_Lumpur": "kl, penang, johor bahru",
    "Asia/Bangkok": "bkk, chiang mai, phuket",
    "Asia/Jerusalem": "tlv, yafo",
    "Asia/Tokyo": "yokohama, fukuoka, kobe",
    "Asia/Yangon": "rangoon",
    "Africa/Cairo": "al qahira, giza",
    "Africa/Johannesburg": "joburg, jozi, jburg",
    "Australia/Sydney": "canberra",
    "Australia/Melbourne": "geelong, victoria",
    "Australia/Hobart": "tasmania",
    "Pacific/Auckland": "hamilton, akl",
}
"""Comma-separated, by their zone, beside ``places.PLACES``."""

ABROAD: Final = {
    "Asia/Tokyo": "日本, 日本時間, 日本標準時, 東京, 東京都, とうきょう, トウキョウ, 横浜, "
    "横浜市, 川崎, 千葉, さいたま, 埼玉, 神奈川, 大阪, 大阪市, 大阪府, 京都, 京都市, 神戸, 奈良, "
    "名古屋, 愛知, 静岡, 浜松, 新潟, 金沢, 長野, 札幌, 札幌市, 北海道, 仙台, 広島, 岡山, 松山, "
    "福岡, 福岡市, 北九州, 熊本, 鹿児島, 長崎, 沖縄, 那覇, 兵庫, 茨城, tokio, toquio",
    "Asia/Seoul": "ソウル, 韓国, 서울, seul",
    "Asia/Shanghai": "中国, 北京, 上海, pequim, pekin, pechino",
    "Asia/Taipei": "台湾, 台北",
    "Asia/Hong_Kong": "香港",
    "Asia/Singapore": "シンガポール, singapur, singapour, singapura",
    "Asia/Bangkok": "バンコク",
    "Australia/Sydney": "シドニー",
    "Pacific/Honolulu": "ハワイ, ホノルル",
    "America/Los_Angeles": "ロサンゼルス, サンフランシスコ, シアトル",
    "America/New_York": "ニューヨーク, nueva york, nova york, nova iorque, nowy jork, ボストン",
    "America/Vancouver": "バンクーバー",
    "Europe/London": "ロンドン, イギリス, londres, londra, londyn, grossbritannien, royaume uni, "
    "reino unido, inghilterra, anglia",
    "Europe/Dublin": "irland, irlanda, irlande, irlandia",
    "Europe/Paris": "パリ, フランス, paryz, parigi, frankreich, francia, francja",
    "Europe/Berlin": "ベルリン, ミュンヘン, ドイツ, berlino, berlim, alemania, alemanha, "
    "allemagne, germania, niemcy, monaco di baviera, monachium",
    "Europe/Madrid": "マドリード, バルセロナ, スペイン, spanien, espagne, spagna, hiszpania, "
    "espanha, madryt, barcellona, barcelone",
    "Europe/Rome": "ローマ, ミラノ, イタリア, rom, rzym, italien, italie, wlochy, mailand, "
    "milao, neapel, florenz, venedig, turin, mediolan",
    "Europe/Vienna": "ウィーン, vienne, wieden, viena, autriche, austria, oesterreich",
    "Europe/Zurich": "チューリッヒ, スイス, zurigo, zurych, zurique, ginevra, ginebra, genebra, "
    "suiza, suica, szwajcaria",
    "Europe/Warsaw": "ワルシャワ, varsovia, varsovie, varsavia, warschau, krakau, polen, "
    "pologne, polonia",
    "Europe/Lisbon": "リスボン, lissabon, lisbona, lizbona, lisbonne",
    "Europe/Brussels": "bruselas, bruxelas, bruksela, brussel, bruessel",
    "Europe/Prague": "prag, praga",
    "Europe/Athens": "athen, atenas, atene, ateny, athenes",
    "Europe/Copenhagen": "kopenhagen, copenhague, copenaghen, kopenhaga",
    "Europe/Moscow": "москва, moskau, moscu, mosca, moskwa, moscou",
    "Europe/Kyiv": "київ, kiew, kijow",
}
"""What the places are called in the other languages that are spoken, by their zone."""

WORDS_TOO: Final = frozenset(
    {"am", "as", "at", "be", "by", "de", "do", "hi", "id", "in", "is", "it", "la", "me", "my", "no"}
    | {"ok", "on", "or", "pa", "so", "to", "us", "ma", "ad", "al", "an", "co", "et", "mo"}
)
"""Codes that are words as well: they count in capitals only."""

_LONG: Final = {
    r"^(?:e\.? |eastern )europe(?:an)?$": "eet",
    r"^(?:w\.? |western |central |c\.? |middle )europe(?:an)?$"
    r"|^romance$|^mitteleuropaisch\w*$": "cet",
    r"^(?:gmt|greenwich mean|greenwich)$": "gmt",
    r"^british$": "bst",
    r"^india(?:n)?$": "kolkata",
    r"^(?:japan|tokyo)$": "tokyo",
    r"^china$": "shanghai",
    r"^(?:australian |aus )eastern$|^e\.? australia$": "aest",
    r"^(?:australian |aus )central$": "acst",
    r"^(?:australian |aus )western$": "awst",
    r"^(?:eastern|east coast)$": "eastern",
    r"^(?:pacific|west coast)$": "pacific",
    r"^hawaiian?$|^hawaii aleutian$": "hst",
    r"^alaskan?$": "akst",
    r"^e\.? south america$": "brt",
}
_OFFSET_AROUND = re.compile(
    r"^\(?(?:gmt|utc) ?[+-] ?\d{1,2}(?:[:.]?\d{1,2})?\)? (?=\D)"
    r"|\(?\b(?:gmt|utc) ?[+-]\d{1,2}(?::?\d\d)?\)?$"
)
_ZONES_OF_STATES: Final = r"(?:eastern|central|mountain|pacific|atlantic|east|west)"
_COUNTRY_AROUND = re.compile(
    r"\((?:us|usa)(?: (?:&|and|/) canada)?\)"
    rf"|^(?:the )?(?:us|usa|u\.s\.|(?:north )?american|canad(?:a|ian)) (?={_ZONES_OF_STATES}\b)"
    r"|(?:(?<=stern)|(?<=ntral)|(?<=ntain)|(?<=cific)|(?<=coast)) (?:us|usa|canada)\b"
)
_TIME_BEHIND = re.compile(
    r" ?\b(?:(?:standard|daylight|summer|winter|local|normal) )?(?:time ?zone|time|tz|zeit)$"
    r"|(?<=european) (?:standard|daylight|summer|winter)$"
)


def short_form(plain: str) -> str:
    """Return a zone's long name in the short form of the tables; other text without "time"."""
    bare = _COUNTRY_AROUND.sub(" ", plain).strip()
    without = " ".join(_OFFSET_AROUND.sub("", bare).split()) or bare
    bare = " ".join(_TIME_BEHIND.sub("", without).split()) or without
    bare = " ".join(_COUNTRY_AROUND.sub(" ", bare).split()) or bare
    for pattern, short in _LONG.items():
        if re.search(pattern, bare):
            return short
    return bare


def flag_country(text: str) -> str | None:
    """Return the country code of a flag ("🇩🇪"), which is two letters of their own."""
    letters = [ord(character) - 0x1F1E6 for character in text.strip()]
    if len(letters) == 2 and all(0 <= letter < 26 for letter in letters):
        return "".join(chr(ord("a") + letter) for letter in letters)
    return None

"""Places and abbreviations people name their time zone by, beyond what the tz database lists.

Our own list: big cities, states and provinces under the zone most of them keep, everyday names of
countries, and abbreviations, which are never a zone themselves (``EST`` would drop summer time)
but stand for the zones that use them.
"""

from typing import Final

BIG: Final = (
    *("America/New_York", "Europe/London", "America/Chicago", "America/Los_Angeles"),
    *("America/Toronto", "Europe/Berlin", "Australia/Sydney", "Europe/Paris", "America/Denver"),
    *("Europe/Amsterdam", "Europe/Madrid", "Europe/Rome", "Asia/Kolkata", "America/Vancouver"),
    *("America/Sao_Paulo", "Europe/Dublin", "Europe/Stockholm", "Europe/Warsaw", "Asia/Manila"),
    *("Asia/Singapore", "Australia/Melbourne", "Pacific/Auckland", "Europe/Zurich"),
    *("Europe/Vienna", "Europe/Brussels", "Europe/Oslo", "Europe/Copenhagen", "Europe/Helsinki"),
    *("Europe/Lisbon", "Europe/Prague", "Europe/Athens", "Europe/Budapest", "Europe/Bucharest"),
    *("Europe/Istanbul", "Europe/Kyiv", "Europe/Moscow", "America/Mexico_City", "America/Phoenix"),
    *("Australia/Brisbane", "Australia/Perth", "Australia/Adelaide", "Asia/Tokyo", "Asia/Seoul"),
    *("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Jakarta", "Asia/Kuala_Lumpur"),
    *("Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Dubai", "Asia/Riyadh", "Asia/Jerusalem"),
    *("Asia/Karachi", "Asia/Dhaka", "Asia/Kathmandu", "Asia/Colombo", "Asia/Tehran"),
    *("Africa/Johannesburg", "Africa/Lagos", "Africa/Cairo", "Africa/Nairobi", "Africa/Accra"),
    *("Africa/Casablanca", "America/Argentina/Buenos_Aires", "America/Bogota", "America/Lima"),
    *("America/Santiago", "America/Caracas", "America/Halifax", "America/St_Johns"),
    *("America/Edmonton", "America/Winnipeg", "America/Anchorage", "Pacific/Honolulu"),
    *("America/Puerto_Rico", "America/Panama", "America/Jamaica", "Atlantic/Reykjavik"),
    *("Atlantic/Azores", "Asia/Yangon", "Asia/Kabul", "Asia/Tashkent", "Asia/Almaty"),
)
"""Zones of many people, most likely members first."""

PLACES: Final = {
    "America/New_York": "boston, miami, atlanta, washington dc, philadelphia, charlotte, orlando, "
    "tampa, pittsburgh, cleveland, columbus, cincinnati, baltimore, buffalo, raleigh, "
    "jacksonville, nyc, new york city, brooklyn, connecticut, delaware, florida, georgia, maine, "
    "maryland, massachusetts, new hampshire, new jersey, north carolina, ohio, pennsylvania, "
    "rhode island, south carolina, vermont, virginia, west virginia, washington",
    "America/Chicago": "houston, dallas, austin, san antonio, fort worth, st. louis, saint louis, "
    "minneapolis, milwaukee, nashville, memphis, new orleans, kansas city, oklahoma city, omaha, "
    "alabama, arkansas, illinois, iowa, kansas, louisiana, minnesota, mississippi, missouri, "
    "nebraska, oklahoma, tennessee, texas, wisconsin, north dakota, south dakota",
    "America/Denver": "salt lake city, albuquerque, colorado springs, colorado, montana, "
    "new mexico, utah, wyoming, el paso",
    "America/Boise": "idaho",
    "America/Phoenix": "tucson, arizona",
    "America/Los_Angeles": "san francisco, seattle, san diego, portland, las vegas, sacramento, "
    "san jose, oakland, la, sf, california, nevada, oregon, washington, washington state",
    "America/Detroit": "michigan",
    "America/Indiana/Indianapolis": "indiana",
    "America/Kentucky/Louisville": "kentucky",
    "America/Anchorage": "alaska",
    "Pacific/Honolulu": "hawaii",
    "America/Toronto": "ottawa, montreal, quebec, ontario",
    "America/Vancouver": "british columbia, victoria bc",
    "America/Edmonton": "calgary, alberta",
    "America/Winnipeg": "manitoba",
    "America/Regina": "saskatchewan, saskatoon",
    "America/Halifax": "nova scotia",
    "America/St_Johns": "newfoundland",
    "America/Mexico_City": "guadalajara, puebla, cdmx",
    "America/Sao_Paulo": "rio de janeiro, rio, brasilia, belo horizonte, porto alegre, curitiba",
    "America/Bogota": "medellin, cali",
    "Europe/London": "manchester, birmingham, newcastle, liverpool, leeds, glasgow, edinburgh, "
    "bristol, cardiff, england, scotland, wales, northern ireland, great britain, "
    "united kingdom, gb",
    "Europe/Dublin": "cork, galway, eire",
    "Europe/Berlin": "munich, muenchen, hamburg, cologne, koeln, frankfurt, stuttgart, leipzig, "
    "dresden, dusseldorf, duesseldorf, hannover, nuremberg, bremen, deutschland",
    "Europe/Paris": "lyon, marseille, toulouse, bordeaux, lille, nice, strasbourg",
    "Europe/Madrid": "barcelona, valencia, sevilla, seville, bilbao, malaga, espana",
    "Europe/Rome": "milan, milano, naples, napoli, turin, torino, bologna, florence, roma, italia",
    "Europe/Amsterdam": "rotterdam, the hague, utrecht, eindhoven, holland, nederland",
    "Europe/Brussels": "antwerp, ghent",
    "Europe/Zurich": "geneva, basel, bern, lausanne, schweiz",
    "Europe/Vienna": "wien, graz, salzburg, linz, osterreich, oesterreich",
    "Europe/Warsaw": "krakow, wroclaw, gdansk, poznan, polska",
    "Europe/Stockholm": "gothenburg, malmo, sverige",
    "Europe/Oslo": "bergen, trondheim, norge",
    "Europe/Copenhagen": "aarhus, danmark",
    "Europe/Helsinki": "tampere, turku, suomi",
    "Europe/Lisbon": "porto",
    "Europe/Prague": "brno, praha, czech republic",
    "Europe/Athens": "thessaloniki",
    "Europe/Istanbul": "ankara, izmir, turkiye",
    "Europe/Kyiv": "lviv, odesa, kharkiv",
    "Europe/Moscow": "st petersburg, saint petersburg",
    "Asia/Kolkata": "mumbai, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune, "
    "ahmedabad",
    "Asia/Karachi": "lahore, islamabad",
    "Asia/Shanghai": "beijing, shenzhen, guangzhou, chengdu, wuhan",
    "Asia/Tokyo": "osaka, kyoto, nagoya, sapporo, nippon",
    "Asia/Seoul": "busan, incheon",
    "Asia/Ho_Chi_Minh": "hanoi",
    "Asia/Jakarta": "surabaya, bandung",
    "Asia/Makassar": "bali, denpasar",
    "Asia/Manila": "cebu, quezon city, davao",
    "Asia/Dubai": "abu dhabi, uae, emirates",
    "Asia/Riyadh": "jeddah, mecca",
    "Asia/Jerusalem": "haifa",
    "Africa/Johannesburg": "cape town, durban, pretoria",
    "Africa/Lagos": "abuja",
    "Africa/Cairo": "alexandria",
    "Africa/Abidjan": "ivory coast",
    "Australia/Sydney": "new south wales, wollongong, newcastle",
    "Australia/Brisbane": "gold coast, cairns",
    "Pacific/Auckland": "wellington, christchurch, aotearoa",
}
"""Comma-separated places by their zone."""

COUNTRY_WORDS: Final = {
    "United States": "usa, us, america, united states of america, states",
    "Britain (UK)": "uk, britain",
    "Korea (South)": "south korea",
    "Korea (North)": "north korea",
    "Netherlands": "the netherlands",
    "Philippines": "the philippines",
    "New Zealand": "nz",
    "United Arab Emirates": "the emirates",
    "Congo (Dem. Rep.)": "drc, democratic republic of the congo",
    "Myanmar (Burma)": "myanmar",
    "Eswatini (Swaziland)": "eswatini",
}
"""Everyday names of countries, under their names in the tz database."""

_EASTERN: Final = "America/New_York America/Toronto"
_CENTRAL: Final = "America/Chicago America/Winnipeg"
_MOUNTAIN: Final = "America/Denver America/Edmonton"
_PACIFIC: Final = "America/Los_Angeles America/Vancouver America/Tijuana"
_MIDDLE_EUROPE: Final = (
    "Europe/Berlin Europe/Paris Europe/Amsterdam Europe/Madrid Europe/Rome Europe/Stockholm "
    "Europe/Warsaw Europe/Zurich Europe/Vienna Europe/Brussels Europe/Oslo Europe/Copenhagen "
    "Europe/Prague Europe/Budapest Europe/Belgrade Europe/Zagreb"
)
_EAST_EUROPE: Final = (
    "Europe/Helsinki Europe/Athens Europe/Bucharest Europe/Kyiv Europe/Sofia Europe/Vilnius "
    "Europe/Riga Europe/Tallinn Africa/Cairo Asia/Beirut"
)
_EAST_AUSTRALIA: Final = "Australia/Sydney Australia/Melbourne Australia/Hobart"

ABBREVIATIONS: Final = {
    "et edt eastern est5edt": _EASTERN,
    "est": f"{_EASTERN} America/Panama America/Jamaica America/Cancun Australia/Sydney",
    "ct cdt central cst6cdt": _CENTRAL,
    "cst": f"{_CENTRAL} America/Mexico_City America/Costa_Rica America/Regina Asia/Shanghai",
    "mt mdt mountain mst7mdt": _MOUNTAIN,
    "mst": f"{_MOUNTAIN} America/Phoenix",
    "pt pdt pacific pst8pdt": _PACIFIC,
    "pst": f"{_PACIFIC} Asia/Manila",
    "akst akdt": "America/Anchorage",
    "hst": "Pacific/Honolulu",
    "ast": "America/Halifax America/Puerto_Rico Asia/Riyadh",
    "at adt atlantic": "America/Halifax",
    "nst ndt": "America/St_Johns",
    "brt": "America/Sao_Paulo",
    "art": "America/Argentina/Buenos_Aires",
    "clt clst": "America/Santiago",
    "cot": "America/Bogota",
    "gmt": "Europe/London Europe/Dublin Europe/Lisbon Africa/Accra Atlantic/Reykjavik",
    "bst": "Europe/London Asia/Dhaka",
    "wet west": "Europe/Lisbon Atlantic/Canary Atlantic/Madeira",
    "cet cest mez mesz met": _MIDDLE_EUROPE,
    "eet eest": _EAST_EUROPE,
    "msk": "Europe/Moscow",
    "trt": "Europe/Istanbul",
    "sast": "Africa/Johannesburg",
    "wat": "Africa/Lagos",
    "eat": "Africa/Nairobi",
    "cat": "Africa/Maputo Africa/Harare Africa/Lusaka",
    "ist": "Asia/Kolkata Europe/Dublin Asia/Jerusalem",
    "gst": "Asia/Dubai",
    "pkt": "Asia/Karachi",
    "npt": "Asia/Kathmandu",
    "ict": "Asia/Bangkok Asia/Ho_Chi_Minh Asia/Phnom_Penh",
    "wib": "Asia/Jakarta",
    "wita": "Asia/Makassar",
    "sgt": "Asia/Singapore",
    "myt": "Asia/Kuala_Lumpur",
    "pht": "Asia/Manila",
    "hkt": "Asia/Hong_Kong",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "awst": "Australia/Perth",
    "acst acdt": "Australia/Adelaide Australia/Darwin",
    "aest": f"{_EAST_AUSTRALIA} Australia/Brisbane",
    "aedt": _EAST_AUSTRALIA,
    "nzst nzdt nzt": "Pacific/Auckland",
}
"""Abbreviations, with the zones that use them, the likeliest first."""

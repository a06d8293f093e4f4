"""Who may use the page, and what it serves."""

import re

import aiohttp
import pytest

from bot.sandbox import Upload
from bot.sandbox.seed import ZONE
from bot.sandbox.web import PortTakenError, Site
from bot.sandbox.web.joined import STATIC


async def test_page_is_served_with_a_policy_that_lets_nothing_in_from_outside(site, client):
    async with client.get(site.url) as answer:
        page = await answer.text()

    assert "<!doctype html>" in page.lower()
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "headers", [{"Host": "gym.example"}, {"Host": "127.0.0.1"}, {"Origin": "http://gym.example"}]
)
async def test_request_on_behalf_of_another_site_is_refused(site, client, headers):
    async with client.get(site.url, headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://gym.example"}, {"Origin": "null"}])
async def test_connection_from_another_page_is_refused(site, client, headers):
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await client.ws_connect(f"{site.url}live", headers=headers)

    assert refused.value.status == 403


async def test_files_outside_the_page_are_not_served(site, client):
    for path in ("static/../site.py", "static/%2e%2e/site.py", "static//etc/passwd", "static/"):
        async with client.get(f"{site.url}{path}") as answer:
            assert answer.status in (403, 404)


async def test_attached_page_is_saved_not_shown(sandbox, site, client):
    text = sandbox.messages.keep(Upload("x.html", "text/html", b"<script>"), "1", {})
    picture = sandbox.messages.keep(Upload("x.png", "image/png", b"png"), "1", {})
    answers = [await client.get(site.url + one["url"].split("/", 3)[3]) for one in (text, picture)]

    assert [await one.read() for one in answers] == [b"<script>", b"png"]
    assert [one.headers.get("Content-Disposition") for one in answers] == ["attachment", None]
    assert all("sandbox" in one.headers["Content-Security-Policy"] for one in answers)


@pytest.mark.parametrize("number", ["2", "9" * 5_000, "²", "1_0"])
async def test_unknown_attachment_is_not_found(site, client, number):
    async with client.get(f"{site.url}attachments/1/{number}/x.png") as answer:
        assert answer.status == 404


async def test_port_that_is_taken_is_told(sandbox, site):
    port = int(site.url.rsplit(":", 1)[1].strip("/"))

    with pytest.raises(PortTakenError, match=f"port {port}: "):
        await Site(sandbox, zone=ZONE, port=port).__aenter__()


async def test_scripts_and_styles_come_joined_and_none_is_left_out(site, client):
    page = await (await client.get(site.url)).text()
    script = await (await client.get(f"{site.url}page.js")).text()
    style = await (await client.get(f"{site.url}page.css")).text()

    assert "/static/js" not in page
    assert "/static/css" not in page
    assert re.findall("^(?:import|export).*", script, re.MULTILINE) == []
    begun = re.findall(r"^const (\w+)_js = \(", script, re.MULTILINE)
    assert sorted(begun) == sorted(path.stem for path in STATIC.glob("js/*.js"))
    styles = [path.read_text("utf-8") for path in STATIC.glob("css/*.css")]
    assert [style.count(one) for one in styles] == [1] * len(styles)


async def test_line_of_the_joined_script_leads_to_its_module(site, client):
    script = (await (await client.get(f"{site.url}page.js")).text()).splitlines()
    traced = await (await client.get(f"{site.url}page.js.map")).json()

    assert script[-1] == "//# sourceMappingURL=page.js.map"
    for section in traced["sections"]:
        (source,) = section["map"]["sources"]
        lines = (STATIC.parent / source).read_text("utf-8").splitlines()
        assert section["map"]["mappings"] == "AAAA" + ";AACA" * len(lines)
        for line, there in zip(lines, script[section["offset"]["line"] :], strict=False):
            assert line == there or line.startswith(("import", "export"))

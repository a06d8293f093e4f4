"""Every wrong variant still changes what it names; ``make variants`` tries them out."""

from tests.wrong_variants import ROOT, SUITES, read_variants


def test_variant_changes_one_place() -> None:
    stale = [
        f"{one.group}: {one.name}"
        for suite in SUITES
        for one in read_variants(suite)
        if (ROOT / one.file).read_text().count(one.old) != 1
    ]

    assert stale == []

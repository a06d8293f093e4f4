"""Every wrong variant still changes what it names; ``make variants`` tries them out."""

from tests.wrong_variants import ROOT, SUITES, read_variants, stale


def test_variant_changes_one_place() -> None:
    gone = [
        f"{one.group}: {one.name}"
        for suite in SUITES
        for one in read_variants(suite)
        if stale(ROOT, one)
    ]

    assert gone == []


def test_tests_of_variants_are_there() -> None:
    paths = {
        each.partition("::")[0]
        for suite in SUITES
        for one in read_variants(suite)
        for each in one.tests
        if each.startswith("tests/")
    }

    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []

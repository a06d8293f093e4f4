"""Every wrong variant still changes what it names; ``make variants`` tries them out."""

import pytest

from tests.wrong_variants import ROOT, SUITES, Variant, read_variants

VARIANTS = [variant for suite in SUITES for variant in read_variants(suite)]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: f"{one.group}: {one.name}")
def test_variant_changes_one_place(variant: Variant) -> None:
    assert (ROOT / variant.file).read_text().count(variant.old) == 1

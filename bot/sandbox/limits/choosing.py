"""Limits of selects, radio groups, checkbox groups and uploads.

Limits: discord/discord-api-docs, developers/components/reference.mdx.
"""

from bot.sandbox.limits.form import FormCheck

STRING_SELECT = 3
DEFAULTS_OF = {5: ("user",), 6: ("role",), 7: ("user", "role"), 8: ("channel",)}
"""Types of select that Discord fills itself, each with the kinds its default values may have."""

SELECTS = frozenset({STRING_SELECT, *DEFAULTS_OF})


def check_select(select: FormCheck, *, in_modal: bool) -> None:
    """Check a select of any type, its custom id excepted."""
    select.text("placeholder", 150)
    low, high = _bounds(select, 25, in_modal=in_modal)
    if in_modal and select.truth("disabled"):
        message = "Components in modals cannot be disabled"
        select.refuse("disabled", "COMPONENT_DISABLED_IN_MODAL", message)
    if select.body.get("type") == STRING_SELECT:
        # Discord words too few options for the bounds as a wrong number of options
        # (Rapptz/discord.py#6984).
        options = select.children("options", 25, low=max(low, high, 1), required=True)
        _check_options(select, options, most=high)
    else:
        _check_default_values(select, low, high)


def check_group(group: FormCheck, *, fewest_options: int, single: bool) -> None:
    """Check a radio group (`single`) or a checkbox group of a modal."""
    options = group.children("options", 10, low=fewest_options, required=True)
    if single:
        _check_options(group, options, most=1)
        return
    _, high = _bounds(group, 10, in_modal=True, default_high=len(options) or 10)
    _check_options(group, options, most=high)


def check_upload(upload: FormCheck) -> None:
    """Check a file upload of a modal."""
    _bounds(upload, 10, in_modal=True)


def _bounds(
    form: FormCheck, most: int, *, in_modal: bool, default_high: int = 1
) -> tuple[int, int]:
    low = form.number("min_values", 0, most)
    high = form.number("max_values", 1, most)
    required = form.truth("required", default=True)
    if in_modal and required and low == 0:
        message = "int value should be greater than or equal to 1."
        form.refuse("min_values", "NUMBER_TYPE_MIN", message)
    low = 1 if low is None else low
    high = default_high if high is None else high
    if low > high:
        message = f"int value should be less than or equal to {high}."
        form.refuse("min_values", "NUMBER_TYPE_MAX", message)
    return low, high


def _check_options(form: FormCheck, options: list[FormCheck], *, most: int) -> None:
    seen: set[str] = set()
    chosen = 0
    for option in options:
        option.text("label", 100, low=1, required=True)
        value = option.text("value", 100, low=1, required=True)
        option.text("description", 100)
        chosen += option.truth("default")
        if value in seen:
            message = "The specified option value is already used"
            option.refuse("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
        if value is not None:
            seen.add(value)
    if chosen > most:
        message = f"No more than {most} options can be chosen by default"
        form.refuse("options", "SELECT_COMPONENT_TOO_MANY_DEFAULTS", message)


def _check_default_values(select: FormCheck, low: int, high: int) -> None:
    defaults = select.children("default_values", 25)
    for default in defaults:
        default.text("id", 20, low=1, required=True)
        default.one_of("type", DEFAULTS_OF[select.body["type"]])
    if defaults and not low <= len(defaults) <= high:
        message = f"Must be between {low} and {high} in length."
        select.refuse("default_values", "BASE_TYPE_BAD_LENGTH", message)

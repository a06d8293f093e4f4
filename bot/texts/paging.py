"""The controls of a list of pages, and the line that says which one it is."""

from bot.texts.card import Button, Option, Row, Select
from bot.texts.i18n import _


def turn(action: str, page: int, pages: int) -> tuple[Row, ...]:
    """Return the buttons to the newer and the older page; none where there is one page."""
    if pages <= 1:
        return ()
    newer = Button(label=_("Newer"), action=f"{action}:{max(0, page - 1)}", disabled=page == 0)
    last = page >= pages - 1
    older = Button(label=_("Older"), action=f"{action}:{page + 1}", disabled=last)
    return ((newer, older),)


def numbered(title: str, page: int, pages: int) -> str:
    """Return a list's title with the number of its page, where it has several."""
    if pages <= 1:
        return title
    return _("{title}, page {page} of {pages}").format(title=title, page=page + 1, pages=pages)


def pick(action: str, options: tuple[Option, ...]) -> tuple[Row, ...]:
    """Return the menu that edits an entry of the page; none for no entries."""
    if not options:
        return ()
    return ((Select(placeholder=_("Edit one of these"), action=action, options=options),),)

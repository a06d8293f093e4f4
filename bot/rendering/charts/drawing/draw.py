"""Any picture as a PNG."""

from bot.rendering.charts.drawing import diary, fatigue, recovery
from bot.rendering.charts.drawing.sheet import png
from bot.texts.picture import DiaryPicture, FatiguePicture, Picture


def draw(picture: Picture) -> bytes:
    """Return a picture as a PNG."""
    if isinstance(picture, FatiguePicture):
        return png(fatigue.draw(picture))
    if isinstance(picture, DiaryPicture):
        return png(diary.draw(picture))
    return png(recovery.draw(picture))

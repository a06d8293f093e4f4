"""Any picture as a PNG."""

from bot.rendering.charts.drawing import diary, fatigue, recovery, week
from bot.rendering.charts.drawing.sheet import png
from bot.texts.picture import DiaryPicture, FatiguePicture, Picture, WeekPicture


def draw(picture: Picture) -> bytes:
    """Return a picture as a PNG."""
    if isinstance(picture, FatiguePicture):
        return png(fatigue.draw(picture))
    if isinstance(picture, DiaryPicture):
        return png(diary.draw(picture))
    if isinstance(picture, WeekPicture):
        return png(week.draw(picture))
    return png(recovery.draw(picture))

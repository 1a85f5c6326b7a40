"""Rulings go from the picture of a page; letters, bars and photographs stay."""

from PIL import Image, ImageDraw

from minutes_extract.loaders.scan_rulings import without_rulings


def page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (800, 600), 255)
    return image, ImageDraw.Draw(image)


def test_of_thin_lines_along_both_axes_no_more_than_dots_where_they_cross_are_left() -> None:
    image, draw = page()
    draw.rectangle((100, 100, 500, 300), outline=0, width=3)
    draw.line((300, 100, 300, 300), fill=60, width=2)
    left = without_rulings(image).histogram()
    assert sum(left[:160]) <= 6 * 3 * 3


def test_letters_beside_a_line_stay() -> None:
    image, draw = page()
    draw.text((110, 110), "0.112", fill=0, font_size=40)
    letters = image.copy()
    draw.line((260, 0, 260, 599), fill=0, width=3)
    assert without_rulings(image).tobytes() == letters.tobytes()


def test_short_strokes_bars_and_photographs_stay() -> None:
    image, draw = page()
    draw.line((50, 50, 50, 140), fill=0, width=4)  # 91 pixels: a tall letter
    draw.rectangle((100, 100, 500, 150), fill=0)  # the head of a table
    draw.rectangle((100, 200, 500, 500), fill=120)
    assert without_rulings(image) is image


def test_a_small_picture_is_left_alone() -> None:
    image = Image.new("L", (3, 2), 0)
    assert without_rulings(image) is image

"""Scans of our own documents: each page as a picture, as a scanner without text recognition leaves it.

The same bytes every time: noise has a seed.
"""

import io
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

Stamp = Callable[[Any, int], None]
"""Prints on the picture of a page, on a canvas, given the number of the page."""


def pictures(data: bytes, *, dpi: int = 300, noise: float = 0.0, pages: Collection[int] = ()) -> "list[Image]":
    """Pages of a PDF (all, or those of these numbers) in greys; `noise`: its deviation, 1 from black to white."""
    import numpy
    import pypdfium2
    from PIL import Image

    chance = numpy.random.default_rng(2207)
    document = pypdfium2.PdfDocument(data)
    found = []
    for number, page in enumerate(document, 1):
        if not pages or number in pages:
            greys = page.render(scale=dpi / 72, grayscale=True).to_numpy()
            grain = chance.normal(0.0, noise * 255, greys.shape) if noise else 0.0
            found.append(Image.fromarray((greys + grain).clip(0, 255).astype("uint8")))
    document.close()
    return found


def scan(
    data: bytes,
    *,
    dpi: int = 300,
    noise: float = 0.0,
    turn: int = 0,
    pages: Collection[int] = (),
    stamp: Stamp | None = None,
) -> bytes:
    """A PDF of those pictures, each laid on its page turned by `turn` degrees, counter-clockwise."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas

    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, invariant=1)
    for number, picture in enumerate(pictures(data, dpi=dpi, noise=noise, pages=pages), 1):
        turned = picture.rotate(turn, expand=True)
        width, height = (side * 72 / dpi for side in turned.size)
        sheet.setPageSize((width, height))
        sheet.drawImage(ImageReader(turned), 0, 0, width, height)
        if stamp is not None:
            stamp(sheet, number)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()

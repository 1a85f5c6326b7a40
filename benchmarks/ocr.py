"""OCR: engines beside one another on scans of our own samples: seconds a page, words missed, amounts exact.

    python benchmarks/ocr.py [ENGINE [DPI …]]

Pages of the printed samples are made into pictures of 150, 200 and 300 dots an inch, clean and with the grain of a poor
scanner (a fixed seed), and shown to the engine as the program shows them: at 300, without rulings. Seconds are those of
the processor, on one thread. What the PDF says itself is the truth. `tesseract` needs the extra `ocr`; `rapidocr`
(`pip install rapidocr-onnxruntime`) is here to be compared with.
"""

import io
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

os.environ.setdefault("OMP_THREAD_LIMIT", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pypdfium2
from PIL import Image

from minutes_extract.loaders.pdf_scans import DPI
from minutes_extract.loaders.scan_rulings import without_rulings
from samples.scans import pictures

SAMPLES = Path(__file__).parents[1] / "samples"
PAGES = (("cabinet-minutes.pdf", (1, 2, 3)), ("delegated-decision.pdf", (1, 2)), ("agenda-pack.pdf", (7, 9)))
GRAIN = 0.05
AMOUNT_RE = re.compile(r"£\d[\d,]*(?:\.\d+)?(?:bn|m|k)?\b")

Reader = Callable[[Image.Image], str]


def tesseract() -> Reader:
    """The engine of the program, asked as the program asks it."""
    from minutes_extract.loaders import find_engine

    engine = find_engine()
    if engine is None:
        raise SystemExit("Tesseract, its English, or the extra `ocr` is not installed")
    print(engine.name)
    return lambda image: " ".join(word.text for word in engine.words(image)[0])


def rapidocr() -> Reader:
    """An engine whose models come inside its wheel."""
    import numpy
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)

    def read(image: Image.Image) -> str:
        found, _ = engine(numpy.asarray(image.convert("RGB")))
        return " ".join(text for _, text, _ in found or ())

    return read


ENGINES: dict[str, Callable[[], Reader]] = {"tesseract": tesseract, "rapidocr": rapidocr}


def truth(data: bytes, numbers: Sequence[int]) -> list[str]:
    """What the pages of a PDF say."""
    document = pypdfium2.PdfDocument(data)
    return [document[number - 1].get_textpage().get_text_range() for number in numbers]


def words(text: str) -> Counter[str]:
    """The words of a text, in no order; hyphens at the ends of lines, and marks of two kinds, are no differences."""
    text = re.sub("[\ufffe\u00ad\x02]\\s*|(?<=[a-z])-\\s*\n\\s*", "-", text)
    return Counter(text.translate(str.maketrans("‘’“”—", "''\"\"–")).split())


def measure(reader: Reader, dpi: int, noise: float) -> tuple[float, float, int, int]:
    """Seconds a page, share of the printed words that were not read, amounts read exactly, amounts printed."""
    seconds, missed, total, exact, printed, pages = 0.0, 0, 0, 0, 0, 0
    for name, numbers in PAGES:
        data = (SAMPLES / name).read_bytes()
        scans = pictures(data, dpi=dpi, noise=noise, pages=numbers)
        for picture, said in zip(scans, truth(data, numbers), strict=True):
            across, down = (round(side * DPI / dpi) for side in picture.size)
            shown = without_rulings(picture.resize((across, down), Image.Resampling.BILINEAR))
            start = sum(os.times()[:4])
            read = reader(shown)
            seconds += sum(os.times()[:4]) - start
            missed += (words(said) - words(read)).total()
            total += words(said).total()
            amounts = Counter(AMOUNT_RE.findall(said))
            exact += (amounts & Counter(AMOUNT_RE.findall(read))).total()
            printed += amounts.total()
            pages += 1
    return seconds / pages, missed / total, exact, printed


def main(engine: str = "tesseract", *resolutions: str) -> None:
    """Prints the figures."""
    reader = ENGINES[engine]()
    reader(Image.open(io.BytesIO(_blank())))
    print(f"{'dpi':>4} {'grain':>6} {'s/page':>8} {'words missed':>13} {'amounts exact':>14}")
    for noise in (0.0, GRAIN):
        for dpi in map(int, resolutions or ("150", "200", "300")):
            seconds, rate, exact, printed = measure(reader, dpi, noise)
            print(f"{dpi:>4} {noise:>6} {seconds:>8.2f} {rate:>13.1%} {exact:>8} of {printed}", flush=True)


def _blank() -> bytes:
    """A page to begin with: loading models is no reading."""
    buffer = io.BytesIO()
    Image.new("L", (600, 800), 255).save(buffer, "PNG")
    return buffer.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])

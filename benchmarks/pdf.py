"""PDF to text: our reader beside pdfplumber, on the same printed pages, and what a long document takes in memory.

    python benchmarks/pdf.py [PAGES] [ROUNDS]

Pages are printed by reportlab: reports and minutes, 40 in 100 with a ruled table, 1 in 100 with an open one. Figures
are medians over rounds that take turns; trust the ratios, the machine's mood moves the rest. Memory is that of a fresh
process that does nothing else, above what it takes to import the reader.
"""

import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

LONG = 988
"""Pages of the long document, as in the project's goals."""

_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10.5, leading=13, spaceAfter=6)
_HEAD = ParagraphStyle("head", parent=_TEXT, fontName="Helvetica-Bold", fontSize=12)
_WORDS = (
    "the Council considered report of Director on matters set out in appendix and heard from members that cost "
    "would be met within budget for year contract awarded after tender with option to extend subject approval "
    "Cabinet Member"
).split()


def printed(pages: int, seed: int = 4, cells: list[str] | None = None) -> bytes:
    """A pack of so many pages; `cells` takes in the words of its tables' cells."""
    chance = random.Random(seed)
    story: list[Flowable] = []
    for number in range(1, pages + 1):
        story.append(Paragraph(f"{number}. Report of the Director of Place", _HEAD))
        draw = chance.random()
        with_table = draw < 0.41
        story.extend(Paragraph(_prose(chance, number), _TEXT) for _ in range(3 if with_table else 8))
        if with_table:
            story.append(_table(chance, ruled=draw < 0.4, cells=cells))
        story.append(PageBreak())
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(story, onFirstPage=_foot, onLaterPages=_foot)
    return buffer.getvalue()


def _prose(chance: random.Random, number: int) -> str:
    words = " ".join(chance.choices(_WORDS, k=55))
    return f"{number}.{chance.randint(1, 9)} RESOLVED that {words} up to £{chance.randint(5, 900)},000."


def _table(chance: random.Random, *, ruled: bool, cells: list[str] | None) -> Table:
    heads = ["£000", "2025/26", "2026/27", "2027/28", "Total"]
    rows = [[f"Row {at}", *(f"{chance.randint(1, 9999):,}" for _ in range(4))] for at in range(12)]
    if cells is not None:
        cells.extend(cell for row in (heads, *rows) for cell in row)
    table = Table([heads, *rows], colWidths=[140, 70, 70, 70, 70])
    rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    open_rules = [(place, (0, at), (-1, at), 0.5, colors.black) for place, at in (("LINEABOVE", 0), ("LINEBELOW", 0))]
    table.setStyle(TableStyle([*(rules if ruled else open_rules), ("ALIGN", (1, 0), (-1, -1), "RIGHT")]))
    return table


def _foot(canvas: object, _: object) -> None:
    canvas.drawString(280, 40, f"Page {canvas.getPageNumber()}")  # type: ignore[attr-defined]


def ours(data: bytes) -> int:
    """Reads by our loader; gives the characters."""
    from minutes_extract.loaders import load_bytes

    return sum(len(fragment.text) for fragment in load_bytes(data, "pack.pdf").fragments)


def pdfplumbers(data: bytes) -> int:
    """Reads by pdfplumber's `extract_text`, each page closed after it; gives the characters."""
    import pdfplumber

    characters = 0
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            characters += len(page.extract_text())
            page.close()
    return characters


READERS: dict[str, Callable[[bytes], int]] = {"ours": ours, "pdfplumber": pdfplumbers}


def speed(pages: int, rounds: int) -> dict[str, float]:
    """Pages a second of each reader: the medians of rounds in which they take turns."""
    data = printed(pages)
    seconds: dict[str, list[float]] = {name: [] for name in READERS}
    for reader in READERS.values():
        reader(printed(2))  # imports are no reading
    for _ in range(rounds):
        for name, reader in READERS.items():
            start = time.perf_counter()
            reader(data)
            seconds[name].append(time.perf_counter() - start)
    return {name: pages / statistics.median(taken) for name, taken in seconds.items()}


def plumbed(pages: int) -> int:
    """How many of the pages our reader gives to pdfplumber."""
    from minutes_extract.loaders.pdf_open_tables import OpenTables

    asked = 0
    given = OpenTables.page

    def counting(self: OpenTables, number: int) -> object:
        nonlocal asked
        asked += 1
        return given(self, number)

    OpenTables.page = counting  # type: ignore[assignment, method-assign]
    try:
        ours(printed(pages))
    finally:
        OpenTables.page = given  # type: ignore[method-assign]
    return asked


def recall(pages: int) -> float:
    """How many of the cells of the tables are cells in what we read, too."""
    from minutes_extract.loaders import load_bytes

    told: list[str] = []
    fragments = load_bytes(printed(pages, cells=told), "pack.pdf").fragments
    found = Counter(fragment.text for fragment in fragments if fragment.cell is not None)
    return (Counter(told) & found).total() / len(told)


def memory(name: str, path: Path) -> float:
    """Megabytes that a fresh process takes to read the file, above those it takes for two pages."""
    done = subprocess.run([sys.executable, __file__, "--peak", name, str(path)], check=True, capture_output=True)
    return float(done.stdout)


def peak(name: str, path: Path) -> float:
    """The work of that process."""
    READERS[name](printed(2))
    before = _most_memory()
    READERS[name](path.read_bytes())
    return (_most_memory() - before) / 1024


def _most_memory() -> int:
    """Kilobytes that this process has had at most; `ru_maxrss` would count those of the process it was started by."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def main(pages: int = 200, rounds: int = 5) -> None:
    """Prints the figures."""
    rates = speed(pages, rounds)
    print(f"{'reader':<12}{'pages/s':>9}{'ratio':>8}")
    for name, rate in rates.items():
        print(f"{name:<12}{rate:>9.0f}{rate / rates['pdfplumber']:>8.1f}")
    asked = plumbed(pages)
    print(f"pages that need pdfplumber: {asked} of {pages} ({asked / pages:.1%})")
    print(f"cells of tables that are read as such: {recall(pages):.1%}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(printed(LONG))
        for name in READERS:
            print(f"{name}: {memory(name, path):.0f} MB above start for {LONG} pages ({path.stat().st_size >> 10} kB)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print(peak(sys.argv[2], Path(sys.argv[3])))
    else:
        main(*map(int, sys.argv[1:]))

"""Makes the samples that are printed from sources: `python tests/samples/build.py` after changing one.

`tests/test_samples.py` makes them again and compares the bytes, so a sample and its source never part.
"""

import sys
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":  # run as a script, the folder that holds this package is not on the path
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from samples import markup

SOURCES = Path(__file__).parent / "sources"
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = tuple(sorted(path.name for path in SAMPLES.iterdir() if path.name[0] != "." and path.name != "README.md"))


def make_pdf(source: str) -> bytes:
    """A PDF from a manuscript."""
    from samples.typeset import typeset

    return typeset(markup.parse(source))


def make_docx(source: str) -> bytes:
    """A Word document from a manuscript."""
    from samples.word import typeset

    return typeset(markup.parse(source))


def make_windows_text(source: str) -> bytes:
    """Text as an old Windows editor saves it: code page 1252, lines that end in CR LF."""
    return source.replace("\n", "\r\n").encode("cp1252")


# Each made sample, its source, and how it is made.
MADE: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "agenda-pack.pdf": ("agenda-pack.txt", make_pdf),
    "cabinet-minutes.pdf": ("cabinet-minutes.txt", make_pdf),
    "county-report.docx": ("county-report.txt", make_docx),
    "delegated-decision.pdf": ("delegated-decision.txt", make_pdf),
    "mayoral-decision.txt": ("mayoral-decision.txt", make_windows_text),
}


def make_long_pack() -> bytes:
    """The pack of some seventy pages with all its signs, whose words `pack.py` holds."""
    from samples.pack import make_pack

    return make_pack("whole")


# Samples without a source of their own.
BUILT: dict[str, Callable[[], bytes]] = {"document-pack.pdf": make_long_pack}


def make(name: str) -> bytes:
    """The bytes of the sample `name`."""
    if name in BUILT:
        return BUILT[name]()
    source, maker = MADE[name]
    return maker((SOURCES / source).read_text(encoding="utf-8"))


def stem(name: str) -> str:
    """The name of a sample without its ending: that of its folder in `golden/`."""
    return Path(name).stem


def main() -> None:
    """Writes every made sample, and says which changed."""
    for name in (*MADE, *BUILT):
        data, path = make(name), SAMPLES / name
        changed = not path.exists() or path.read_bytes() != data
        path.write_bytes(data)
        print(f"{'written' if changed else 'the same':<10}{path.name}")


if __name__ == "__main__":
    main()

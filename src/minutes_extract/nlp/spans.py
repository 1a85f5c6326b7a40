"""Mentions on a spaCy `Doc`: the one place where components write, and the way out to plain `Annotations`.

A mention is written twice: as a span in `doc.spans[label]`, for every spaCy tool to use, and with its value in
`doc.user_data["minutes"]`. The tokenizer splits wherever letters, digits and marks meet, so mentions fall on token
borders; the mention's own offsets are exact in any case.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from minutes_extract.annotations import Annotations, Label, Link, Mention
from minutes_extract.document import Block, BlockKind, Document, Table

KEY = "minutes"


@dataclass(slots=True)
class Ledger:
    """What is known of a `Doc` beyond its tokens: its structure, and what was claimed so far."""

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    document: Document | None = None
    mentions: dict[Label, list[Mention]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def ledger(doc: Doc) -> Ledger:
    """The ledger of a `Doc`; text that came without a structure gets a paragraph a line."""
    kept = doc.user_data.get(KEY)
    if not isinstance(kept, Ledger):
        text = doc.text
        kept = Ledger(text, tuple(paragraphs(text)))
        doc.user_data[KEY] = kept
    return kept


def text_of(doc: Doc) -> str:
    """The text of a `Doc`. spaCy puts `doc.text` together anew at each access; this is kept."""
    return ledger(doc).text


def paragraphs(text: str) -> Iterable[Block]:
    """Blocks for bare text: one paragraph a line that is not empty."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield Block(BlockKind.PARAGRAPH, start, end, label_end=start, body_start=start)
        start = end + 1


def write(doc: Doc, mentions: Iterable[Mention]) -> None:
    """Adds mentions to a `Doc`, sorted by place. Raises ValueError for a mention outside the text."""
    kept = ledger(doc).mentions
    changed = set()
    for mention in mentions:
        kept.setdefault(mention.label, []).append(mention)
        changed.add(mention.label)
    for label in sorted(changed):
        kept[label].sort(key=lambda m: (m.start, m.end))
        doc.spans[str(label.value)] = [span(doc, m) for m in kept[label]]


def rewrite(doc: Doc, label: Label, mentions: Iterable[Mention]) -> None:
    """Puts mentions in the place of all those of a label."""
    ledger(doc).mentions.pop(label, None)
    write(doc, mentions)


def span(doc: Doc, mention: Mention) -> Span:
    """The spaCy span of a mention: the tokens that it touches."""
    found = doc.char_span(mention.start, mention.end, label=str(mention.label.value), alignment_mode="expand")
    if found is None:
        raise ValueError(f"{mention.label} {mention.start}:{mention.end} lies outside the text")
    return found


def read(doc: Doc, label: Label) -> list[Mention]:
    """The mentions of a label so far, in order."""
    return ledger(doc).mentions.get(label, [])


def join(doc: Doc, links: Iterable[Link]) -> None:
    """Adds links to a `Doc`."""
    ledger(doc).links.extend(links)


def annotations(doc: Doc) -> Annotations:
    """Everything that was claimed, as plain data, in a fixed order."""
    kept = ledger(doc)
    mentions = [m for label in sorted(kept.mentions) for m in kept.mentions[label]]
    mentions.sort(key=lambda m: (m.start, m.end, m.label))
    return Annotations(
        kept.text, tuple(mentions), tuple(sorted(kept.links, key=lambda k: (k.source, k.kind, k.target)))
    )

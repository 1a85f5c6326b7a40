"""The items on the agenda of a pack, where layout has told which lines are its items.

5.  Children's homes (Pages 37 - 42)
(a)  Minutes of the panel (Pages 43 - 45)
"""

import re
from collections.abc import Iterator, Sequence

from minutes_extract.annotations import Stretch
from minutes_extract.document import AgendaItem
from minutes_extract.nlp.item_heads import Head, place
from minutes_extract.nlp.passages import Passage


def find(everything: Sequence[Passage], agenda: Sequence[AgendaItem]) -> list[Head]:
    """The heads of the items, in the order of the agenda; one that cannot be found again is left out."""
    return list(_heads(everything, agenda))


def _heads(everything: Sequence[Passage], agenda: Sequence[AgendaItem]) -> Iterator[Head]:
    first = 0
    for item in agenda:
        pattern = _pattern(item)
        for index in range(first, len(everything)):
            passage = everything[index]
            match = pattern.match(passage.source, passage.start)
            if match is not None:
                number, title = Stretch(*match.span("number")), Stretch(*match.span("title"))
                yield Head(index, number, title, *place(item.number.partition("(")[0]))
                first = index + 1
                break


def _pattern(item: AgendaItem) -> re.Pattern[str]:
    """The number, as it is printed, and the title, however its lines and cells are broken."""
    letter = re.search(r"\([a-z]\)$", item.number)
    number = re.escape(letter[0] if letter else item.number)
    title = r"[\s|]+".join(map(re.escape, item.title.split()))
    return re.compile(
        rf"(?:agenda\s+)?(?:item\s+)?(?:no\.?\s*)?0*(?P<number>{number})[.):]?[\s|]+(?P<title>{title})", re.IGNORECASE
    )

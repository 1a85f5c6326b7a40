r"""Boxes to be ticked: which of the answers beside them is given.

    ☒ Yes ☐ No      Yes [ ] No [x]      ☐ Key ☑ Non-key

A box stands before its answer, or behind it where the line begins with words.
"""

import re

TICKED = "☒☑✓✔✗✘■"
EMPTY = "☐□"
# ☒  ☐  [x]  [ ]  ( )  (✓)
BOX_RE = re.compile(rf"[{TICKED}{EMPTY}]|[\[(]\s*+(?P<mark>[xX{TICKED}]?)\s*+[\])]")


def ticked(text: str) -> str | None:
    """The one answer whose box is ticked; "" where boxes stand and not just one is ticked, None without boxes.

    >>> ticked("☒ Yes ☐ No"), ticked("Yes [ ] No [x]"), ticked("Yes ☐ No ☐"), ticked("Yes")
    ('Yes', 'No', '', None)
    """
    boxes = list(BOX_RE.finditer(text))
    if not boxes:
        return None
    leads = not text[: boxes[0].start()].strip()
    ends = [*(box.start() for box in boxes[1:]), len(text)] if leads else [box.start() for box in boxes]
    starts = [box.end() for box in boxes] if leads else [0, *(box.end() for box in boxes[:-1])]
    answers = [text[start:end].strip(" \t|/,;") for start, end in zip(starts, ends, strict=True)]
    chosen = [answer for answer, box in zip(answers, boxes, strict=True) if box["mark"] or box[0] in TICKED]
    return chosen[0] if len(chosen) == 1 else ""

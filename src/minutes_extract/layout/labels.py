"""Label lines: "Decision Maker: Cabinet", "Is Key decision?: Yes", "Purpose:"; and lead-ins, which are none."""

import re

_LABEL_RE = re.compile(
    r"(?P<label>[A-Z][^:|.;“”\"]{0,90}+(?:\.[^:|.;\s][^:|.;]{0,40}+)?) ?:(?P<after>-?)(?=\s|$|[A-Z\d(£])"
)
_WORDS = 8
_CALLED = 3  # words of a label with an article: "The proposed decision"
_GLUED = 4  # words of a label whose value stands right behind the colon

# Words that lead into a decision or a speech: "RESOLVED:", "Cabinet agreed to:", "That the Committee:".
_LEAD_IN_RE = re.compile(
    r"(?:that|the\s+(?:cabinet|committee|council|executive|board|mayor|leader|report|panel|sub-committee|convener|members?|following)"
    r"|(?:unanimously\s+)?(?:resolved|agreed|recommended|ordered)"
    r"|it|this|these|there|as|having|subject\s+to(?!\s+call)|following|accordingly|when|where|if|but|and|i|we|he|she|they|in\s+order)\b"
    r"|.*\b(?:resolved|resolves|agreed|agrees|agree|decided|decides|recommended|recommends|recommend|resolve|ordered|approved"
    r"|approves|approve|commented|asked|stated|said|reported|highlighting|following|raised|namely|include|includes"
    r"|including|that|to|moved|noted|notes|authorise[ds]?|delegate[ds]?|explained|advised|replied|responded|is|are|was|were|has"
    r"|have)$",
    re.IGNORECASE,
)
_OPENING_RE = re.compile(
    r"[“\"'‘]?+(?:it was )?+(?:unanimously )?+"
    r"(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|ORDERED|Resolved|Agreed|Decided|Recommended)\b"
)
# Words of labels. A line of three words or more before a colon and none of these is a title:
# "Household Waste Sites: Haulage and Gate Equipment".
_NOUNS_RE = re.compile(
    r"\b(?:actions?|advice|advised|affected|answers?|appendi\w+|area|attend\w+|author\w*|background|budget|called?|cabinet|cell"
    r"|code|colleagues?|comments?|comes|confidential|considered|considerations?|consult\w+|contact\w*|contract\w*|cost\w*"
    r"|councillors?|dates?|dated|deadline|decided|decisions?|declarations?|department|details?|directors?|directorate"
    r"|disclos\w+|documents?|duration|effective|email|enquiries|equality|exempt\w*|expir\w+|finance|financial|forward"
    r"|funding|head|implement\w*|implications?|interests?|issues?|item|key|lead|legal|location|maker|meeting|members?|minutes"
    r"|name|notice|number|officers?|options?|outcome|papers?|period|phone|portfolio|posts?|present|proposed|provided|publish\w*"
    r"|publication|purpose|ref|reference|register|reasons?|recommendations?|records?|report\w*|resource|restrict\w*|role|seconded"
    r"|scrutiny|service|signed|signature|status|subject|submitted|summary|supporting|tel\w*|theme|time|title|topic|total|type"
    r"|urgen\w+|value|venue|wards?|works?|risks?|site|address|applica\w+|proposal|vote\w*|yes|no)\b",
    re.IGNORECASE,
)
_KEPT = frozenset(
    {
        "decision published",
        "decision made",
        "date decision made",
        "report to",
        "reports to",
        "to",
        "copy to",
        "subject to",
    }
)


def field_label(text: str) -> int:
    """The end of the label of a label line, with its colon; 0 where the line is none.

    >>> [field_label(t) for t in ("Is Key decision?: Yes", "PCCDecision Ref:2023/37", "Purpose:", "RESOLVED: that")]
    [17, 16, 8, 0]
    >>> [field_label(t) for t in ("Cabinet agreed to:", "That the Committee:", "at 10:30", "10:30 am")]
    [0, 0, 0, 0]
    """
    match = _LABEL_RE.match(text)
    if match is None:
        return 0
    label = match["label"].strip()
    if len(label.split()) > _WORDS or (label.lower() not in _KEPT and _LEAD_IN_RE.match(label)):
        return 0
    if label.startswith("The ") and len(label.split()) > _CALLED:  # "The Clerk laid the following before Members:"
        return 0
    words, value = len(label.split()), text[match.end() :].strip()
    if value and words > 2 and not _NOUNS_RE.search(label):
        return 0
    if words > _GLUED and value and not text[match.end()].isspace():  # "Trust for the provision of RE:WARM"
        return 0
    if label[-1].isdigit() and text[match.end() : match.end() + 1].isdigit():  # "Tuesday 10:30"
        return 0
    return match.end("label") + text[match.end("label") :].index(":") + 1


def is_lead_in(text: str) -> bool:
    """Whether a line opens with the word that decides: "RESOLVED that", "AGREED:"."""
    return bool(_OPENING_RE.match(text))

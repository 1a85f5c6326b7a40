"""A PDF that no reader comes to the end of: forms that print each other ten times over, level upon level."""


def nested_forms(levels: int = 12) -> bytes:
    """One page, a few kilobytes, and ten to the power of `levels` words."""

    def stream(content: bytes, entries: bytes = b"") -> bytes:
        return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)

    fonts = b"/Font<</F1 3 0 R>>"
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</N 10 0 R>>>>/Contents 5 0 R>>",
        5: stream(b"/N Do"),
    }
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%s>>"
    for level in range(levels):
        following = form % (b"/XObject<</N %d 0 R>>" % (11 + level))
        objects[10 + level] = stream(b"/N Do " * 10, following)
    objects[10 + levels] = stream(b"BT /F1 11 Tf 72 700 Td (Resolved) Tj ET", form % fonts)
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, said) for number, said in objects.items())
    return b"%%PDF-1.7\n%strailer\n<</Root 1 0 R>>\n%%%%EOF\n" % body

"""Ids: the first 16 hexadecimal digits of a SHA-256 over content, the same on every machine and in every run."""

from hashlib import sha256


def identity(*parts: object) -> str:
    r"""The id of what the parts say; a part that is None differs from one that is empty.

    >>> identity("a", None) == identity("a", None), identity("a", None) == identity("a", "")
    (True, False)
    >>> identity("ab", "c") == identity("a", "bc")
    False
    """
    told = "\x1f".join("\x00" if part is None else f"{len(str(part))}:{part}" for part in parts)
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def document_identity(path: str, sha: str | None, page_start: int | None = None, page_end: int | None = None) -> str:
    """The id of a document. The path is in it, so that two copies of a file are two documents."""
    return identity("document", path, sha, page_start, page_end)


def item_identity(document_id: str, position: int, text: str) -> str:
    """The id of the item at a place of its document; the place is in it, for forms repeat themselves."""
    return identity("item", document_id, position, text)

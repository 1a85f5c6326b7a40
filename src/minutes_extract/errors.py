"""What can go wrong, as one tree.

    MinutesExtractError
    ├── LoadError            a source file could not be read (becomes a `failed` record)
    │   ├── EmptySource      nothing in it
    │   ├── UnknownFormat    not a PDF, HTML, DOCX, Markdown or text file
    │   ├── DamagedSource    the format is known, the file is truncated or broken
    │   ├── EncryptedSource  a password is needed
    │   ├── UnreadableSource no permission, vanished, or not a regular file
    │   └── OversizedSource  larger than the reader's bounds
    ├── LayoutError          a document could not be arranged (a bug; becomes a `failed` record)
    ├── OutputError          the results could not be written (no permission, full disk)
    └── VerificationError    a record does not quote its document

Every message names the file, says what was expected and what to do.
"""


class MinutesExtractError(Exception):
    """Any error that this program raises on purpose."""


class LoadError(MinutesExtractError):
    """A source file could not be read.

    `kind` is the stable name that stands in a `failed` document record, `advice` the line that says what to do.
    """

    kind = "unreadable"

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(f"{path}: {problem}; {advice}")
        self.path = path
        self.problem = problem
        self.advice = advice

    def __reduce__(self) -> tuple[type["LoadError"], tuple[str, str, str]]:
        """Errors cross process borders whole."""
        return (type(self), (self.path, self.problem, self.advice))


class EmptySource(LoadError):
    """The file holds no bytes, or nothing but white space."""

    kind = "empty"


class UnknownFormat(LoadError):
    """The content is of no format that is read."""

    kind = "unknown_format"


class DamagedSource(LoadError):
    """The format is known, but the file is truncated or broken."""

    kind = "damaged"


class EncryptedSource(LoadError):
    """The file asks for a password."""

    kind = "encrypted"


class UnreadableSource(LoadError):
    """The file cannot be opened: permission, or it has gone."""

    kind = "unreadable"


class OversizedSource(LoadError):
    """The file is larger than the reader's bounds."""

    kind = "oversized"


class LayoutError(MinutesExtractError):
    """A raw document could not be arranged into blocks."""


class OutputError(MinutesExtractError):
    """Results could not be written."""


class VerificationError(MinutesExtractError):
    """A record does not agree with the text it quotes."""

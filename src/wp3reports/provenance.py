"""What a volume was made from, and as which deliverable: its metadata, its manifest, and the files inside its PDF."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial
from hashlib import sha256


class Relation(StrEnum):
    """What an attached file is to its document, in PDF's own words."""

    SOURCE = "Source"  # the document was made from it
    DATA = "Data"  # it says the same for programs


@dataclass(frozen=True)
class Attachment:
    """A file inside a PDF; what is in it is made when it is asked for, and once."""

    name: str  # as readers list it: without folders
    media: str
    description: str
    relation: Relation
    content: Callable[[], bytes] = field(repr=False, compare=False)

    def __reduce__(self) -> tuple[type["Attachment"], tuple[object, ...]]:
        """Another process gets what is in it, not what it would be made of."""
        return Attachment, (self.name, self.media, self.description, self.relation, partial(bytes, self.data))

    @cached_property
    def data(self) -> bytes:
        """What is in it."""
        return self.content()

    @cached_property
    def sha256(self) -> str:
        """The digest of what is in it, in hexadecimal."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Input:
    """A file of the project that a volume was made from: its path, and the name that it is attached under, if it is.

    A picture is not attached: what its camera or program wrote into it has no place in a report.
    """

    path: str
    sha256: str
    attached: str = ""


@dataclass(frozen=True)
class Provenance:
    """Where a volume comes from; `templates` is the digest of all templates that could be asked."""

    deliverable: str = ""
    milestone: str = ""
    version: str = ""
    templates: str = ""
    inputs: tuple[Input, ...] = ()
    attachments: tuple[Attachment, ...] = ()

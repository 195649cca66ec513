"""What is unpacked from a PDF, as plain values."""

from typing import NamedTuple


class Unpacked(NamedTuple):
    """A file inside a PDF. `path` is where it lay in its project, as the manifest says; else it is the name.

    What the PDF does not say is empty. `is_intact` is false where the manifest has another digest, or does not know it.
    """

    name: str
    path: str
    media: str
    relation: str
    description: str
    dated: str  # as PDF writes it: D:20071214000000Z
    data: bytes
    is_intact: bool


class Package(NamedTuple):
    """What the manifest says of the document, and the files in it by name, the manifest among them."""

    document: dict[str, str]
    files: tuple[Unpacked, ...]

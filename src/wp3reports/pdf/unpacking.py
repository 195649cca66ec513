"""The files inside a PDF of ours, read back and held against its manifest."""

import io
from hashlib import sha256

import pikepdf

from wp3reports.pdf.faults import NotOursError
from wp3reports.pdf.manifest import NAME, read_manifest
from wp3reports.pdf.package import Package, Unpacked


def unpack(data: bytes) -> Package:
    """The files in a PDF. NotOursError says why it is none of ours: no PDF, locked, damaged, without a manifest."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = {name: _read(name, pdf.attachments[name]) for name in sorted(pdf.attachments)}
    except pikepdf.PasswordError:
        raise NotOursError("it is locked with a password") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        raise NotOursError("it cannot be read as a PDF") from None
    if NAME not in found:
        raise NotOursError("it is no report of wp3reports, or of a version that put no files into it")
    try:
        document, known = read_manifest(found[NAME].data)
    except ValueError as fault:
        raise NotOursError(str(fault)) from None
    return Package(document, tuple(_held(each, known) for each in found.values()))


def _read(name: str, spec: pikepdf.AttachedFileSpec) -> Unpacked:
    file = spec.get_file()
    dated = file.obj.get("/Params", pikepdf.Dictionary()).get("/ModDate", "")
    relation = str(spec.relationship or "").lstrip("/")
    return Unpacked(
        name, name, file.mime_type, relation, spec.description, str(dated), file.read_bytes(), is_intact=True
    )


def _held(file: Unpacked, known: dict[str, tuple[str, str]]) -> Unpacked:
    """The file with what the manifest says of it; the manifest itself is in nobody's list."""
    if file.name == NAME:
        return file
    path, digest = known.get(file.name, (file.name, ""))
    return file._replace(path=path, is_intact=sha256(file.data).hexdigest() == digest)

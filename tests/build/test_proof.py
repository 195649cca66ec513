"""What a draft leaves is read back as it was written, or not at all."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.build.orders import Order
from wp3reports.build.origin import Origin
from wp3reports.build.proof import Allowance, Proof, digest_of_html, keep_proof, proof_of, read_proof
from wp3reports.provenance import Attachment, Provenance, Relation
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Part, Placement, Volume

FILES: Mapping[str, bytes] = {"inputs/riga.yaml": b"a: b"}


def attached(data: bytes) -> Attachment:
    return Attachment(data.decode(), "", "", Relation.DATA, lambda: data)


MERGED = attached(b"{}")
TOLD = Provenance(attachments=(attached(FILES["inputs/riga.yaml"]), MERGED))
VOLUME = Volume("a", "A", (Placement(Part("a", ""), "Ā"),), date(2007, 12, 14), "", "", (), "", provenance=TOLD)


@pytest.fixture
def proof() -> Proof:
    order = Order(VOLUME, (pdf.Printed(b"", 1),), {"Sans.woff2": b"font"}, draft=True, key="key")
    origin = Origin.of(Snapshot(FILES), VOLUME.issued, "engine")
    return proof_of("asked", Allowance(120, 1024), [order], {"a": b"<h1>"}, origin)


def test_it_is_read_as_it_was_written(proof: Proof, tmp_path: Path) -> None:
    file = tmp_path / "build" / "manifest.proof"
    assert read_proof(file) is None
    keep_proof(file, proof)
    found = read_proof(file)
    assert found
    assert (found.asked, found.allowance, found.html) == ("asked", (120, 1024), digest_of_html([("a", b"<h1>")]))
    assert found.volumes(lambda _: b"") == (VOLUME,)
    assert found.to_bytes() == proof.to_bytes() == file.read_bytes()
    keep_proof(file, None)
    keep_proof(file, None)
    assert not file.exists()


def test_only_what_no_input_holds_is_to_be_stored(proof: Proof) -> None:
    assert proof.texts == (MERGED.sha256,)


def test_what_is_there_is_not_written_again(proof: Proof, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_proof(tmp_path / "proof", proof)
    monkeypatch.setattr(Path, "replace", lambda *_: pytest.fail("wrote"))
    keep_proof(tmp_path / "proof", proof)


def test_no_changed_byte_is_believed(proof: Proof, tmp_path: Path) -> None:
    whole, file = proof.to_bytes(), tmp_path / "proof"
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_proof(file) is None
        file.write_bytes(whole[:place])
        assert read_proof(file) is None
    file.write_bytes(whole + b"\n")
    assert read_proof(file) is None


def test_html_is_known_by_name_and_content() -> None:
    parts = [("a", b"<p>"), ("b", b"")]
    others = [[("a", b"<p>")], [("b", b"<p>"), ("a", b"")], [("a", b"<p>"), ("b", b" ")]]
    assert digest_of_html(parts) == digest_of_html(reversed(parts))
    assert digest_of_html(parts) not in map(digest_of_html, others)

"""Which documents there are, and what is about which."""

from collections.abc import Callable, Mapping

from wp3reports.diagnostics import Span, error, warning
from wp3reports.model import Dossier
from wp3reports.preview.shelf import addresses, own_files, own_first


def test_the_page_brings_all_that_it_loads() -> None:
    files = own_files()
    page = files["/"]().body.decode()
    scripts = [make().body.decode() for address, make in files.items() if address.endswith(".js")]
    assert len(scripts) >= 4
    loaded = {part.split('"')[0] for text in (page, *scripts) for part in text.split('"/own/')[1:]}
    assert loaded
    assert {f"/own/{name}" for name in loaded} <= files.keys()


def test_a_document_that_is_expected_has_an_address_before_it_is_there(
    given: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]
) -> None:
    there = {path: text for path, text in given.items() if path != "inputs/m2_swot/riga.yaml"}
    table = addresses(dossier_of(there))
    assert {"/local/m2_swot/riga", "/milestone/m2_swot", "/final"} <= table.keys()
    assert {"/form/local/m2_swot/riga", "/form/milestone/m2_swot", "/form/final"} <= table.keys()
    assert "/form/final-annex" not in table
    assert addresses(None) == {}


def test_the_documents_own_findings_come_first() -> None:
    own, other = "inputs/m2_swot/riga.yaml", "inputs/m1_selection/oslo.yaml"
    found = [error("a-b", Span(other), "1"), warning("a-b", Span(own, 9), "2"), error("a-b", Span(own, 12), "3")]
    assert [each.message for each in own_first(found, "local/m2_swot/riga")] == ["3", "2", "1"]

"""The tag tree as plain values."""

from wp3reports.pdf.tags.tree import Hotspot, Mark, Node, prune


def test_a_node_goes_behind_another_or_to_the_end() -> None:
    parent = Node("P")
    first, last = parent.add(Node("Span")), parent.add(Node("Span"))
    middle = parent.add(Node("Note"), after=first)
    assert parent.kids == [first, middle, last]
    assert middle.parent is parent


def test_the_nearest_of_a_role() -> None:
    link = Node("P").add(Node("Link"))
    span = link.add(Node("Span"))
    assert span.nearest("Link") is link.nearest("Link") is link
    assert span.nearest("Table") is None


def test_a_walk_in_reading_order() -> None:
    document = Node("Document")
    document.add(Node("P")).add(Node("Span"))
    document.add(Node("H1"))
    assert [node.role for node in document.walk()] == ["Document", "P", "Span", "H1"]


def test_the_text_without_notes() -> None:
    paragraph = Node("P", kids=[Mark(0, 1, "One"), Hotspot(0, None)])
    paragraph.add(Node("Note", kids=[Mark(0, 2, "two")]))
    paragraph.add(Node("Span", kids=[Mark(1, 0, " three")]))
    assert paragraph.text == "One three"


def test_what_holds_nothing_is_taken_out_but_for_cells() -> None:
    document = Node("Document")
    document.add(Node("Div")).add(Node("P"))
    document.add(Node("Table")).add(Node("TR")).add(Node("TD"))
    prune(document)
    assert [node.role for node in document.walk()] == ["Document", "Table", "TR", "TD"]

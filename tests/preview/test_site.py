"""The table in which every address is looked up."""

from wp3reports.preview.site import TEXT, Content, Site, at_hand


def test_each_owner_replaces_its_own_addresses_only() -> None:
    site = Site()
    old, new, other = (Content(body, TEXT) for body in (b"old", b"new", b"other"))
    site.put("riga", {"/a": at_hand(old), "/b": at_hand(old)})
    site.put("oslo", {"/c": at_hand(other)})
    site.put("riga", {"/a": at_hand(new)})
    found = {address: site.find(address) for address in ("/a", "/b", "/c", "/d", "")}
    assert {address: make() for address, make in found.items() if make} == {"/a": new, "/c": other}

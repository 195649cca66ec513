from collections.abc import Callable

import pikepdf
import pydyf
import pytest

from wp3reports.pdf.objects import TOGETHER, Objects
from wp3reports.pdf.syntax import reference

Read = Callable[..., pikepdf.Pdf]


def test_what_was_put_in_is_read_back(read: Read) -> None:
    objects = Objects()
    later = objects.reserve()
    packed = objects.add_stream(b"text " * 100, {"Type": "/Own"})
    plain = objects.add_stored(b"as it is", {})
    objects.put(later, pydyf.Dictionary({"Kids": pydyf.Array([packed, plain])}).data)
    root = read(objects, Own=reference(later)).Root
    one, other = root.Own.Kids.as_list()
    assert one.read_bytes() == b"text " * 100
    assert len(one.read_raw_bytes()) < 50
    assert (str(one.Type), one.Filter) == ("/Own", pikepdf.Name.FlateDecode)
    assert other.read_raw_bytes() == b"as it is"


@pytest.mark.parametrize("count", [1, TOGETHER - 3, TOGETHER, TOGETHER + 1, 3 * TOGETHER])
def test_any_number_of_objects(count: int, read: Read) -> None:
    objects = Objects()
    all_of_them = [objects.add(pydyf.Dictionary({"N": number})) for number in range(count)]
    file = read(objects, Own=pydyf.Array(all_of_them))
    assert [int(each.N) for each in file.Root.Own.as_list()] == list(range(count))
    assert file.check_pdf_syntax() == []


def test_a_number_without_its_object() -> None:
    objects = Objects()
    root = objects.add(pydyf.Dictionary({"Type": "/Catalog"}))
    objects.reserve()
    with pytest.raises(KeyError):
        objects.to_bytes(root, root)


def test_the_same_bytes_again_and_another_name_for_others() -> None:
    def made(word: str) -> Objects:
        objects = Objects()
        objects.add(pydyf.Dictionary({"Type": "/Catalog", "Own": pydyf.String(word)}))
        return objects

    root = reference(1)
    one = made("one")
    assert one.to_bytes(root, root) == one.to_bytes(root, root) == made("one").to_bytes(root, root)
    names = [data[data.index(b"/ID") :][:70] for data in (one.to_bytes(root, root), made("two").to_bytes(root, root))]
    assert names[0] != names[1]

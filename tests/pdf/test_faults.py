from wp3reports.pdf import DanglingLinkError, MissingLibrariesError


def test_missing_libraries_are_named() -> None:
    error = MissingLibrariesError(("pango", "pangoft2"))
    assert str(error) == "native libraries not found: pango, pangoft2"
    assert error.missing == ("pango", "pangoft2")


def test_a_dangling_link_is_a_value_error() -> None:
    assert issubclass(DanglingLinkError, ValueError)

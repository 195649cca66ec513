"""Whether the PDF engine is the one that this program was made for; it is never imported for that."""

from importlib.metadata import PackageNotFoundError, requires, version

from wp3reports import pdf
from wp3reports.cli.validators import Check

PACKAGE = "wp3reports"


def engine() -> Check:
    """Whether the installed WeasyPrint is the pinned one: any other gives other bytes, or none."""
    pin = next(line for line in requires(PACKAGE) or () if line.startswith("weasyprint=="))
    wanted = pin.partition("==")[2]
    try:
        found = version("weasyprint")
    except PackageNotFoundError:
        found = "none"
    return Check("WeasyPrint", found, "" if found == wanted else f"install it with: pip install {pin}")


def tags() -> Check:
    """Whether we know it inside; with any other one PDFs keep to the same standards, and their tags say less."""
    if different := pdf.differences():
        found = f"the engine's own, which are valid and say less ({different[0]}); pages are not judged"
        return Check("tags", found, f"install {PACKAGE} again, with what it pins", optional=True)
    return Check("tags", "ours", optional=True)

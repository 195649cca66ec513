"""One narrative text by itself, as it is printed in a report: for a form that shows what is being written."""

from collections.abc import Sequence

from markupsafe import Markup

from wp3reports.render.narrative import to_html


def passage(text: str, sources: Sequence[str]) -> str:
    """The text as HTML; `sources` are the ids that it can cite, in the order of their numbers."""
    numbers = {source: number for number, source in enumerate(sources, 1)}

    def cite(source: str) -> Markup:
        return Markup('<span class="cite">[{}]</span>').format(numbers.get(source, "?"))

    return str(to_html(text, cite))

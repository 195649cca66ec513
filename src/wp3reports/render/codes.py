"""The pages of what cannot be printed as it was written: what must hold, why, and what to do, by code.

In the form of a rule's docstring, as `wp3reports explain` prints both. A code without a page fails a test.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text-heading": """A narrative text has no headings of its own.

        Why: the headings of all cities come from the report, so that they can be compared chapter by chapter.

        What to do: leave out the `#` signs, or the line of `=` under the words; begin a paragraph with **bold** words
        if it needs a lead.
        """,
        "text-picture": """Pictures are declared under `figures`, not put into a text.

        Why: each picture needs a caption, its source, and words for those who cannot see it.

        What to do: move it to `figures` with `file`, `caption` and `alt`; name the cluster that it belongs to.
        """,
        "text-link": """A link leads to a web page or a mail address and is written whole.

        Why: other addresses lead nowhere on paper and in a PDF, or start programs on the reader's machine.

        What to do: write `[words](https://…)` with the whole address and no blank in it. Give each `[name]: address` a
        place that refers to it. More than 200 links in one text belong into the list of sources.
        """,
        "text-citation": """A citation names one source, `[@its-id]`.

        Why: a number stands in its place in the report; of anything else no number can be made, and it is printed as
        typed.

        What to do: write one id in each pair of brackets, as it stands under `sources`: `[@first-id] [@second-id]`.
        """,
        "text-footnote": """Each footnote has a text, and each text of a footnote a place that calls it.

        Why: a call without a text is printed as typed, a text without a call as a paragraph of its own. More than 100
        in one text would fill its pages from below.

        What to do: write `[^1]` where it belongs and `[^1]: the text` in a paragraph of its own, with the same name and
        for each note another one.
        """,
        "text-character": """A character that is written by its number or name may be printed.

        Why: `&#8203;` and its kind hide characters that a file may not hold as such.

        What to do: leave it out, or type the letter that is meant.
        """,
        "text-nesting": """Lists and quotations lie in each other at most ten deep.

        Why: the page is not wide enough for more; the whole text is printed as typed instead.

        What to do: write it flatter: two levels are what a reader can follow.
        """,
        "text-emphasis": """Bold and italic lie in each other at most ten deep.

        Why: nobody sees the difference; the innermost signs are left out.

        What to do: use one kind of emphasis for a word.
        """,
        "text-columns": """A table has at most 20 columns.

        Why: more do not fit on the page; the table is printed as typed.

        What to do: split the table, or turn its rows into columns.
        """,
        "text-rows": """A table in a text has at most 500 rows.

        Why: it would fill a dozen pages between two sentences.

        What to do: give the rows that matter, and name the whole table among the sources.
        """,
        "text-cells": """Each row of a table has as many cells as its head.

        Why: cells beyond the head would be lost, so the whole text is printed as typed.

        What to do: add a column to the head; write `\\|` for a stroke that stands in a cell; leave out columns that
        nobody fills.
        """,
        "figure-missing": """A picture that is declared lies in the folder of its milestone.

        Why: without it the report would have a caption for nothing.

        What to do: put the file there, or correct its name under `figures`; capitals count.
        """,
        "figure-unusable": """A picture is a PNG or JPEG in the folder of its milestone, and not too large.

        Why: other kinds print differently everywhere, and more than 10 megapixels or 5 MB make a report that no mail
        takes. A picture is never read from elsewhere on the disk.

        What to do: save it anew as PNG or JPEG, smaller if need be, and write its name without `..` or a drive letter.
        """,
        "template-fault": """The project's own templates work.

        Why: what a template cannot print is missing from every report that it makes.

        What to do: mend the template at the marked line, or remove the project's copy to fall back on the shipped one.
        Partners need not do anything: ask the co-ordinator.
        """,
    }
)

"""The pages of what shows only on paper, when pages are laid out, bound and stored: what must hold, why, what to do.

In the form of a rule's docstring, as `wp3reports explain` prints both. A code without a page fails a test. What `build`
finds about its layout processes and its store stands here too: it is about the same pages.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pdf-missing-glyph": """Each character of a text is in the fonts of the reports: Latin, Cyrillic and Greek are.

        Why: another one would be printed as an empty box. A draft warns, a release is refused.

        What to do: write the word in Latin letters, or replace the sign by words.
        """,
        "pdf-dangling-link": """A link inside a report leads to a place that is there.

        Why: a reader who follows it would get nowhere.

        What to do: correct the name after the `#`, or leave the link out; if no text has such a link, mend the
        template.
        """,
        "pdf-picture": """Each picture can be read when the page is laid out.

        Why: it would be missing from the page, and only its words would be left.

        What to do: save the picture anew as PNG or JPEG; if it is one of the report's own, mend the template.
        """,
        "pdf-lost-cells": """Each row of a table on the page has as many cells as the table has columns.

        Why: the cells beyond would be lost.

        What to do: mend the template; partners' tables are found by text-cells before.
        """,
        "pdf-too-wide": """Each table, picture and line of text is as wide as the page's column of text, or less.

        Why: what is wider stands in the margin, and what reaches over the edge of the paper is lost. Of what is lost a
        draft warns, and a release is refused.

        What to do: shorten the longest words of a table or give it fewer columns; part a long word by a hyphen; draw a
        picture narrower.
        """,
        "pdf-too-tall": """Each row of a table and each picture fits on a page.

        Why: a taller row is divided over pages, where its cells are no longer seen side by side; a taller picture runs
        off the foot of the page. What is lost there makes a release be refused.

        What to do: divide the row into several, shorten its longest cell, or make the picture smaller.
        """,
        "pdf-heading-alone": """Below each heading stands something of what it heads, on the same page.

        Why: a heading or caption at the foot of a page is read as the end of what stands above it.

        What to do: shorten or lengthen the text before it by two lines. If the heading has nothing to head, leave it
        out.
        """,
        "pdf-near-empty": """Each page holds something: the last of a section a tenth, one in the middle most of it.

        Why: a page with a line or two, or with its lower half blank, looks like a mistake, and costs paper.

        What to do: at the end of a section, shorten the text by the lines that are left over, or add to it. In the
        middle, move or divide the table or figure that did not fit.
        """,
        "pdf-coarse-picture": """Each picture has 150 pixels to the inch or more in the size in which it is printed.

        Why: with fewer its letters and edges look torn on paper.

        What to do: export the picture anew in the width in pixels that the finding names. To enlarge the file that is
        there mends nothing.
        """,
        "pdf-long-word": """Each word fits into the width of its column, or can be divided there by its syllables.

        Why: a word that does not is cut anywhere, or runs over what stands beside it.

        What to do: use a shorter word, or part it by a hyphen. A word in the report's own tables: mend the template.
        """,
        "pdf-unseen": """The tags of the pages are ours, and the pages are looked over when they are laid out.

        Why: the engine keeps its pages in another form than the one that we know, so its own tags stay: they are valid,
        and say less to blind readers. Nothing on the pages is judged, and the map of sources has fewer places.

        What to do: install the version of the engine that `wp3reports doctor` names. If it is there, report it with the
        hand-in.
        """,
        "pdf-id-twice": """Each place that a link can lead to has a name of its own.

        Why: of two places with one name the reader reaches only the first.

        What to do: give clusters, tools and statements of one hand-in different ids; if they have, mend the template.
        """,
        "pdf-refused-address": """A page takes nothing from outside its report.

        Why: what is fetched from the web or from elsewhere on the disk is another thing tomorrow, and nobody checked
        it.

        What to do: declare a picture under `figures`; take other addresses out of the template.
        """,
        "pdf-untagged": """All that is printed can be read aloud in its order: pictures have words, text has a language.

        Why: the reports are public documents, and blind readers use the tags of the PDF.

        What to do: write `alt` for each picture; else mend the template.
        """,
        "pdf-foreign-font": """The text is set in the fonts that come with the program.

        Why: a font of this machine may be missing on another, and the same report would look different there.

        What to do: name one of the shipped families in the style sheet, or put characters into words that they lack.
        """,
        "pdf-style": """The style sheet says only what the engine understands.

        Why: what it does not understand has no effect; nothing is lost by it.

        What to do: mend the style sheet, or ignore it.
        """,
        "pdf-invalid": """The PDF of each part is whole.

        Why: readers and archives refuse a damaged one.

        What to do: report it with the hand-in; most often a template asks for a measure that no page can have.
        """,
        "pdf-engine": """The layout of each part succeeds.

        Why: where it fails, no volume that holds the part is written.

        What to do: look for what is unusual in the hand-in that is named, such as a very large table, and report it.
        """,
        "pdf-crash": """The process that lays out a part lives until it is done.

        Why: it ended twice in the middle; no volume that holds the part is written, all others are.

        What to do: look whether memory ran out; else leave out what is unusual in the hand-in that is named, and report
        it.
        """,
        "pdf-timeout": """A part is laid out in the time that the project allows: two minutes, if it says nothing.

        Why: a usual one takes a second; what takes longer would never end.

        What to do: split large tables and long words in the section that is named. If all of it is wanted, raise
        `seconds` under `limits` in inputs/project.yaml.
        """,
        "pdf-memory": """A part is laid out in the memory that the project allows: 1,024 megabytes, if it says nothing.

        Why: a usual one takes 200; what takes more would bring the machine to a standstill, and with it all others.

        What to do: split large tables and lists in the section that is named. If all of it is wanted, raise
        `megabytes` under `limits` in inputs/project.yaml.
        """,
        "pdf-pages": """A part has no more pages than the project allows: 300, if it says nothing.

        Why: a usual one has five to twenty; one of thousands is a mistake, and nobody would read it.

        What to do: shorten the section that is named. If all of it is wanted, raise `pages` under `limits` in
        inputs/project.yaml.
        """,
        "pdf-not-bound": """The parts of a volume fit together.

        Why: a link between two parts leads to a place that no part has, so the volume is not written; the old file
        stays.

        What to do: mend the template that makes the link, or report it.
        """,
        "pdf-unsettled": """The page numbers in the contents come to rest.

        Why: each layout of the contents moved the pages again, so that some numbers may be wrong.

        What to do: shorten or lengthen a heading, and report it.
        """,
        "store-damaged": """What was laid out before is still on the disk as it was written.

        Why: a stored part did not have the bytes that its name promises. It was removed and is laid out again, so
        nothing that was built is wrong.

        What to do: nothing once; if it comes again, look after the disk.
        """,
        "manifest-damaged": """The record of what was built is still on the disk as it was written.

        Why: without it nobody knows which reports are up to date, so all that were asked for were bound again. No page
        was laid out for it, and nothing that was built is wrong.

        What to do: nothing once, or after a new version of the program; if it comes again, look after the disk.
        """,
    }
)

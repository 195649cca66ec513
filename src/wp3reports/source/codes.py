"""The pages of what is found while a file is read: what must hold, why, and what to do, by code.

In the form of a rule's docstring, as `wp3reports explain` prints both. A code without a page fails a test.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "yaml-encoding": """A file is saved as UTF-8.

        Why: only then do Malmö, Łódź and Санкт-Петербург arrive as they were typed. A file in another encoding shows
        garbled letters in every report, or none.

        What to do: save the file again with the encoding UTF-8; most editors ask for it under "Save as".
        """,
        "yaml-mojibake": """Letters are what they were typed as, not the remains of another encoding.

        Why: `MalmÃ¶` is Malmö, saved as UTF-8 and opened as Latin-1 on its way. It would be printed as it stands.

        What to do: type the letters again, and look at the rest of the text: seldom is one word alone affected.
        """,
        "yaml-character": """A file holds no characters that cannot be seen or that have no meaning of their own.

        Why: control characters, zero-width and direction marks make two names look alike that differ, and hide what is
        printed from those who read the file. Private-use signs are bullets or arrows of one font only.

        What to do: delete the character at the marked place and type the letter, blank or bullet that was meant. They
        come along when text is copied from Word, from a PDF or from a web page.
        """,
        "yaml-tab": """Lines are indented with blanks, never with tabs.

        Why: how far a line is indented says what it belongs to, and a tab is as wide as each editor likes.

        What to do: put two blanks for each step in place of the tab; most editors can turn tabs into blanks.
        """,
        "yaml-no-break-space": """A blank between a field and its text, or before a line, is an ordinary one.

        Why: a no-break space looks like a blank but is a letter to the reader, so the field is not found.

        What to do: delete what looks like a blank at the marked place and press the space bar.
        """,
        "yaml-syntax": """A file consists of fields, written `name: text`, and closes what it opens.

        Why: where a quote, a bracket or a colon is missing, nobody can tell where a text ends and the next begins.

        What to do: look at the marked place. Quotes and brackets are closed where they were opened; text that holds a
        colon with a blank, or begins with one of `@ % & * ! [ { > |`, stands in quotes; all fields of a group begin in
        the same column.
        """,
        "yaml-merge-conflict": """A file holds one version of its text.

        Why: two people changed the same lines, and nobody has decided yet which of the two holds.

        What to do: keep the right one of the two versions; delete the other and the lines with `<<<<<<<`, `=======` and
        `>>>>>>>`.
        """,
        "yaml-duplicate-key": """A field is given once in its group.

        Why: of two texts for one field only one could be printed, and the other would be lost without a word.

        What to do: keep one of the two, or join their texts. Two entries of a list each need a hyphen of their own.
        """,
        "yaml-key-not-text": """Each field has a name, which is a word.

        Why: what has no name cannot be put anywhere in the report.

        What to do: write `name: text`; put quotes round a text that begins with `?`, `[` or `{`.
        """,
        "yaml-comment-eats-text": """A blank and a `#` behind a text begin a comment, which is not printed.

        Why: in `Cluster #3` the number would be lost.

        What to do: put quotes round the whole text. If it is a comment, type a blank after the `#`, and nothing is
        said.
        """,
        "yaml-alias": """Values are written out where they belong.

        Why: `&` and `*` at the beginning of a text would copy other parts of the file, which nobody expects who reads
        it.

        What to do: put quotes round a text that begins with one of the two signs; else write the values out.
        """,
        "yaml-tag": """A text does not begin with `!` unless it is in quotes.

        Why: YAML would take the word for the name of a type. All values are text here; what they mean is known by
        field.

        What to do: put quotes round the text, or delete the word that begins with `!`.
        """,
        "yaml-merge-key": """Fields are written out, not copied with `<<`.

        Why: what a file says should be seen where it stands.

        What to do: write the fields out in each place.
        """,
        "yaml-directive": """No line begins with `%`.

        Why: YAML takes such a line for an instruction to the program that reads it, and none is wanted.

        What to do: delete the line; if it is text, put quotes round it or indent it below its field.
        """,
        "yaml-second-document": """A file holds one hand-in.

        Why: `---` or `...` in a line of its own ends it, so what follows would belong to nobody.

        What to do: delete that line if all belongs together; else put the rest into a file of its own.
        """,
        "yaml-empty": """A hand-in says something.

        Why: an empty file is neither handed in nor missing; nobody could tell which was meant.

        What to do: fill in the fields, or remove the file until there is something to hand in.
        """,
        "yaml-not-a-mapping": """A file begins with a field, written `name: text`.

        Why: a list, or text without names, says nothing about where it belongs in the report.

        What to do: begin with the fields of the hand-in; mind the blank after each colon.
        """,
        "yaml-too-large": """A file is not larger than one megabyte.

        Why: the longest hand-in has a tenth of that; what is larger holds a picture, or was put together by mistake.

        What to do: shorten the texts. Pictures belong in files of their own beside it, named under `figures`.
        """,
        "yaml-text-too-long": """A text has at most 64 kilobytes, which are some twenty pages.

        Why: readers of a report on eleven cities have time for a few pages of each. The name of a field has at most
        1,024 characters: what is longer is a text without its field.

        What to do: shorten the text, or split it over the fields of the hand-in.
        """,
        "yaml-unbroken-run": """No more than 400 characters stand in a row without a blank or a hyphen.

        Why: a line could be broken nowhere in it and would run off the page.

        What to do: put blanks between the words. Pictures and tables of another program cannot be pasted into a text.
        """,
        "yaml-too-deep": """Lists and groups of fields lie in each other at most 24 deep.

        Why: no hand-in needs more than six; deeper ones come from brackets that are not closed.

        What to do: close the brackets, and look for lines that are indented ever more.
        """,
        "yaml-too-many-nodes": """A file holds at most 50,000 values.

        Why: nobody would read them; most often a table of another program was pasted.

        What to do: give the sums that matter as key figures, and name the table among the sources.
        """,
    }
)

"""The pages of what is found while a project's folder is read: what must hold, why, and what to do, by code.

In the form of a rule's docstring, as `wp3reports explain` prints both. A code without a page fails a test.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "file-refused": """In the project's folders lie ordinary files that can be read.

        Why: a link may lead out of the project to what was not meant to be printed, and a file of many megabytes to a
        report that nobody can make. A file that changes while it is read is half old, half new.

        What to do: put the file itself in the place of a link, make a large one smaller, save an open one and try
        again.
        """,
        "file-names-equal": """The names of two files differ in more than capitals and in how accents are stored.

        Why: on the disks of other partners the two are one file, and either of them would replace the other.

        What to do: remove one, or give it another name.
        """,
        "too-many-files": """A project holds at most 2,000 files and folders, and 200 megabytes.

        Why: eleven cities hand in fewer than a hundred files; more come from a folder that was copied in by mistake.

        What to do: keep only hand-ins, their pictures and templates in `inputs` and `templates`.
        """,
        "file-changed": """Files stay as they are while a command works with them.

        Why: what was found and printed is of the file as it was before; the new text has not been looked at.

        What to do: run the command again.
        """,
    }
)

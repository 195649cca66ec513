"""The pages of what does not fit the schema, and of files that nobody expects: what must hold, why, what to do.

In the form of a rule's docstring, as `wp3reports explain` prints both. A code without a page fails a test.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "field-unknown": """A hand-in has the fields that its milestone asks for, spelt as there.

        Why: a text under another name would be printed nowhere, and its author would not know.

        What to do: use the name that is proposed, or one of those that are listed. What fits no field belongs into the
        nearest narrative one, or under `deviations`.
        """,
        "field-missing": """A field that every metropolis has to fill in is there.

        Why: the cities are compared field by field; a gap in one of them is a gap in the common report.

        What to do: add the field at the marked place. Where there is nothing to report, say so in words.
        """,
        "value-empty": """A field that is there says something.

        Why: an empty one leaves open whether there is nothing to say or the text is still to come.

        What to do: write the text; if the field may be left out, remove its line.
        """,
        "value-kind": """A field holds what it asks for: one text, a list, or a group of fields.

        Why: a list is printed as a list and counted; a sentence in its place would be one odd entry.

        What to do: write a list with one entry a line, each after a hyphen and a blank; a group with its fields
        indented below its name; a text behind the colon, in quotes if it begins with a bracket.
        """,
        "value-unknown": """Where a field offers a choice of words, one of them is used.

        Why: the reports sort and count by these words, so that the answers of eleven cities can be compared.

        What to do: use one of the words that are listed, exactly as spelt there; put what is special about your city
        into the text beside it.
        """,
        "value-form": """Days, months, numbers, ids and addresses are written in the form that the field asks for.

        Why: 1.6.2005 is a day of June to some cities and of January to others, and 1.234 is a thousand or one and a
        bit.

        What to do: write a day as 2005-06-30, a month as 6/2005, a number without separators and unit, an id in small
        letters, digits and hyphens, an address with https:// in front.
        """,
        "more-findings": """No more than twenty mistakes of one file are shown at once.

        Why: often the first one causes the others, and nobody reads a hundred.

        What to do: mend those that are shown, then check again.
        """,
        "hand-in-mixed-up": """A file is the hand-in that its folder and its name say.

        Why: milestone and city are told by the path alone. Two files that changed places would be read as full of
        mistakes, or, worse, be printed under another city's name.

        What to do: put the file where it belongs, `inputs/<milestone>/<city>.yaml`, and the right one in its place. The
        co-ordinator's part is `inputs/<milestone>/coordinator.yaml`.
        """,
        "file-unexpected": """Each file below `inputs/` is an expected hand-in, or a picture that one declares.

        Why: a hand-in is found by its path, milestone and city; under any other name it would seem not to have been
        handed in.

        What to do: rename it to `inputs/<milestone>/<city>.yaml` with the id of the city in inputs/partners.yaml.
        Declare a picture under `figures`; put other files elsewhere.
        """,
        "project-file-missing": """A project has the files inputs/project.yaml and inputs/partners.yaml.

        Why: the plan and the list of metropolises say what is expected, by whom and until when.

        What to do: start from those of the sample project, or look whether the command runs in the right folder.
        """,
        "project-milestone-unknown": """The plan names milestones that the program knows.

        Why: what a milestone asks for is part of the program; for another one there is nothing to check and to print.

        What to do: use the name that is proposed. What a hand-in is for is told by the folder that has that name.
        """,
        "project-milestone-missing": """The plan has an entry for each milestone that is handed in for.

        Why: without its months and its due day nobody can tell what is late, and no report of it is made.

        What to do: add the milestone to `milestones` in inputs/project.yaml, with its months, due day and deliverable.
        """,
        "partner-id-reserved": """No metropolis has the id `coordinator`.

        Why: `coordinator.yaml` is the file of the work package's co-ordinator in the folder of each milestone.

        What to do: name the city by its own name, in small letters without accents.
        """,
        "id-given-twice": """In the project's own lists each milestone, event and metropolis has an id of its own.

        Why: hand-ins refer to them by these ids; of two with the same one nobody can tell which is meant.

        What to do: give one of the two another id, or remove it if both are the same.
        """,
    }
)

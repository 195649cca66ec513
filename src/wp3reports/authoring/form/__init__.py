"""A hand-in as a form, for people who do not want YAML: from the same models as the checks, so both ask for the same.

    describing: schema + file + findings ─▶ Form          editing: what was typed in a field ─▶ one change of the file

Pure; how a form looks and how a file is written is for others to decide.
"""

from wp3reports.authoring.form.describing import form, schema_of
from wp3reports.authoring.form.editing import Add, Drop, Edit, Write, change
from wp3reports.authoring.form.nodes import Choice, Entries, Field, Form, Group, Kind, Node

__all__ = [
    "Add",
    "Choice",
    "Drop",
    "Edit",
    "Entries",
    "Field",
    "Form",
    "Group",
    "Kind",
    "Node",
    "Write",
    "change",
    "form",
    "schema_of",
]

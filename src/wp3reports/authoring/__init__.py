"""What helps with writing: schemas for editors, skeletons of hand-ins, and a project to start from.

Pure: all of it is text by path; the terminal writes it. Judges nothing, and looks back only: of what was handed in at
earlier milestones, and of the plan, it knows the ids.
"""

from wp3reports.authoring.catalogue import SCHEMAS, Sheet, schema_path, schemas
from wp3reports.authoring.hand_in import hand_in_text
from wp3reports.authoring.settings import SETTINGS_FILE, NotJsonError, mapping, settings
from wp3reports.authoring.starter import City, Start, first_month, starter

__all__ = [
    "SCHEMAS",
    "SETTINGS_FILE",
    "City",
    "NotJsonError",
    "Sheet",
    "Start",
    "first_month",
    "hand_in_text",
    "mapping",
    "schema_path",
    "schemas",
    "settings",
    "starter",
]

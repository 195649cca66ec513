"""Who owes what: the matrix of hand-ins, metropolises by milestones, and what to write to those who are late.

Judges nothing itself: whether something is wrong is said by the findings that it is given. Prints nothing.
"""

from wp3reports.standing.cell import Cell, State
from wp3reports.standing.chase import chase, chases
from wp3reports.standing.matrix import Matrix, Row, survey
from wp3reports.standing.stale import gathered
from wp3reports.standing.wording import IN_TIME, Said, guided, many, said

__all__ = [
    "IN_TIME",
    "Cell",
    "Matrix",
    "Row",
    "Said",
    "State",
    "chase",
    "chases",
    "gathered",
    "guided",
    "many",
    "said",
    "survey",
]

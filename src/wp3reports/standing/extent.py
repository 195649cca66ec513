"""How long a hand-in is: the words of its texts."""

import re

from wp3reports.model import CITATION, HandIn, Labelled, leaves

_APART = frozenset({"sources", "history", "prepared_by"})  # what is said about the text rather than in it
_WORD = re.compile(r"\w+(?:[-–'’./&]\w+)*")  # "well-kept", "R&D" and "2005/06" are one word each


def words(submission: HandIn) -> int:
    """The words of all texts, without citations.

    A value of a single word is an id, a figure or a choice and is not counted.
    """
    return sum(
        number
        for path, value in leaves(submission)
        if path[0] not in _APART and isinstance(value, str) and not isinstance(value, Labelled)
        if (number := len(_WORD.findall(CITATION.sub(" ", value)))) > 1
    )

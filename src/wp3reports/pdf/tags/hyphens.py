"""Hyphens that only the end of a line has put into a word.

ISO 32000-1, 14.8.2.2.3, wants them told from those that belong to a word: by U+00AD. On the page stands the ASCII
hyphen, with which search programs join the word; so the soft one is in the tag tree only.
"""

SOFT = "\u00ad"


def unbroken(line: str, following: str, hyphen: str, source: str) -> str:
    """The line as it is to be read, with a soft hyphen; empty when the one at its end is its own, or none is there.

    `following` is the next line of the same element, `source` the text of the element.
    """
    if not (hyphen and line.endswith(hyphen) and following.strip()) or not (stem := line[: -len(hyphen)]).strip():
        return ""
    before, text = stem.split()[-1].casefold(), source.casefold().replace(SOFT, "")
    after = following.split(maxsplit=1)[0].removesuffix(hyphen).casefold()  # it may be broken again
    is_own = before + hyphen + after in text or before + after not in text
    return "" if is_own else stem + SOFT

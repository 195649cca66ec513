"""In which language a document says what: labels in its own, texts in that of whoever wrote them.

Templates print texts as they are. On its way into the page a text of another language is put between marks that no
input can contain (the reader refuses private-use characters); when the page is whole, the element round a text is told
its language, and in attributes, where no element can be, the marks vanish.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from wp3reports.model import REPORTS, Dossier, Markdown, leaves
from wp3reports.render.editions import city
from wp3reports.volume import LATE

_LETTER = re.compile(r"[^\W\d_]")
_MARKED = re.compile("\ue002([^\ue003]*)\ue003([^\ue004]*)\ue004")
_TAG = re.compile(r"<[^<>]*>")
_WHOLE = re.compile(rf"(<(?!img\b)(\w+)(?:\s[^<>]*)?)>(\s*){_MARKED.pattern}(\s*)(?=</\2>)")
_PLAIN = re.compile(r"<(title|text)\b[^<>]*>[^<>]*</\1>")  # elements that hold nothing but characters
_SPOKEN = re.compile(f'\\b(?:alt)="{_MARKED.pattern}')


class Said(str):
    """Words in the document's own language, and such as are marked already."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Another process, which prints nothing, gets the words alone; it need not load all of this for them."""
        return str, (str(self),)


def marked(language: str, text: str) -> str:
    """The text between the marks of its language."""
    return f"\ue002{language}\ue003{text}\ue004"


@dataclass(frozen=True)
class Tongues:
    """The language of one document, and of the texts that are not written in the language of the reports."""

    language: str = REPORTS
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def mark(self, text: str) -> str:
        """A text, marked when it is in another language than the document; numbers and signs are in none."""
        language = self.texts.get(text, REPORTS)
        if language == self.language or type(text) is not str or LATE.search(text) or not _LETTER.search(text):
            return text
        return Markup(marked(language, "{}")).format(text)  # noqa: S704 - nothing but marks


def tongues(dossier: Dossier, language: str) -> Tongues:
    """Which texts of a dossier are in which language, told apart by what they say.

    Cities are called by their own names in their own languages.
    """
    texts = {text: spoken for spoken, text in _texts(dossier)}
    own = {city(partner, language): language for partner in dossier.partners if partner.language == language}
    return Tongues(language, {**texts, **own})


def _texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for delivery in dossier.deliveries:
        spoken = delivery.submission.language
        if spoken != REPORTS:
            found = (value for _, value in leaves(delivery.submission) if type(value) in {str, Markdown})
            yield from ((spoken, text) for text in found)


def settle(html: Markup) -> Markup:
    """The finished page with languages told instead of marks."""
    if "\ue002" not in html:
        return html
    told = _TAG.sub(_tag, html)
    told = _WHOLE.sub(_element, told)
    told = _PLAIN.sub(lambda element: _MARKED.sub(r"\2", element[0]), told)
    return Markup(_MARKED.sub(r'<span lang="\1">\2</span>', told))  # noqa: S704 - nothing but marks is replaced


def _tag(tag: re.Match[str]) -> str:
    """A tag without marks; a picture says what its words are written in."""
    spoken = _SPOKEN.search(tag[0])
    bare = _MARKED.sub(r"\2", tag[0])
    return f'{bare[:-1]} lang="{spoken[1]}">' if spoken else bare


def _element(found: re.Match[str]) -> str:
    """The start of an element that holds one text and nothing else; what it says of its language itself stands."""
    start, _, before, language, text, after = found.groups()
    told = "" if " lang=" in start else f' lang="{language}"'
    return f"{start}{told}>{before}{text}{after}"

"""What a document says by itself, in its language: labels, dates, numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from babel.support import NullTranslations
from markupsafe import Markup

from wp3reports.model import REPORTS, Labelled, Partner
from wp3reports.render import words
from wp3reports.render.editions import city
from wp3reports.render.tongues import Said, Tongues


@dataclass(frozen=True)
class Speech:
    """The labels of one catalogue, and which texts of others are in another language."""

    tongues: Tongues = field(default_factory=Tongues)
    translations: NullTranslations = field(default_factory=NullTranslations, repr=False)

    @property
    def language(self) -> str:
        """The language of labels, dates and numbers."""
        return self.tongues.language

    def gettext(self, message: str, **values: str) -> Said:
        """A label that no template prints, with its values filled in."""
        said = self.translations.gettext(message)
        return Said(said % values if values else said)

    def pgettext(self, context: str, message: str) -> Said:
        """A label that would be ambiguous without its context."""
        return Said(self.translations.pgettext(context, message))

    def label(self, choice: Labelled) -> Said:
        """What a choice is called; the list that it is from tells like ones apart."""
        return self.pgettext(type(choice).__name__, choice.label)

    def titled(self, title: str) -> str:
        """A title of the plan, translated if it is one that projects begin with; a text of the project if not."""
        found = self.pgettext("Plan", title)
        return found if found != title or self.language == REPORTS else title

    def city(self, partner: Partner) -> str:
        """A metropolis as the document calls it."""
        return city(partner, self.language)

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """What templates may ask for; it is in the document's language, and not marked as a text of others is."""

        def said(filtered: Callable[..., str], **named: Any) -> Callable[[Any], Markup]:
            return lambda value: Markup.escape(filtered(value, **named))

        return {
            "day": said(words.day, language=self.language),
            "month": said(words.month, language=self.language),
            "amount": said(words.amount, language=self.language, gettext=self.gettext),
            "years": said(words.years, gettext=self.gettext),
            "country": said(words.country, language=self.language),
            "tongue": said(words.tongue, language=self.language),
            "label": said(self.label),
            "opening": said(words.opening),
            "titled": self.titled,
            "city": self.city,
            "given": self.tongues.mark,
        }

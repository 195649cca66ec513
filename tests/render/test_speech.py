from babel.support import NullTranslations

from wp3reports.model import Grade, Status
from wp3reports.render.speech import Speech
from wp3reports.render.tongues import Said, Tongues


class Latvian(NullTranslations):
    """Two messages."""

    def gettext(self, message: str) -> str:
        return {"Source %(number)s": "%(number)s. avots"}.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        known = {("Status", "draft"): "melnraksts", ("Plan", "Selection of clusters"): "Klasteru atlase"}
        return known.get((context, message), message)


LATVIAN = Speech(Tongues("lv"), Latvian())


def test_a_label_is_filled_in_and_counts_as_said_by_the_document() -> None:
    said = LATVIAN.gettext("Source %(number)s", number="3")
    assert (said, type(said)) == ("3. avots", Said)
    assert LATVIAN.gettext("100 %") == "100 %"


def test_a_choice_is_called_by_the_list_that_it_is_from() -> None:
    assert LATVIAN.label(Status.DRAFT) == "melnraksts"
    assert LATVIAN.label(Grade.LATER) == "later source"
    assert Speech().label(Status.DRAFT) == "draft"


def test_a_title_of_a_projects_own_stays_a_text_of_the_project() -> None:
    assert LATVIAN.titled("Selection of clusters") == "Klasteru atlase"
    own = LATVIAN.titled("Choosing")
    assert (own, type(own)) == ("Choosing", str)


def test_what_filters_give_is_escaped_and_not_marked() -> None:
    filters = LATVIAN.filters()
    assert filters["amount"]("31000").__html__() == "31\u00a0000"
    assert filters["country"]("<").__html__() == "&lt;"
    assert filters["given"]("R&D").__html__() == "\ue002en\ue003R&amp;D\ue004"

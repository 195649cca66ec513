"""Jinja over the Snapshot: templates to HTML, template faults to findings.

Strict throughout: everything is escaped, an unknown name is a fault, and no text of a partner is ever a template.
"""

import traceback
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.environment import TemplateModule
from markupsafe import Markup

from wp3reports.diagnostics import Diagnostic, Span, error
from wp3reports.render import words
from wp3reports.snapshot import Snapshot
from wp3reports.volume import late

FOLDER = "templates/"


class Press:
    """The templates of one snapshot. What goes wrong in them is collected in `faults`."""

    def __init__(self, snapshot: Snapshot, language: str = "en") -> None:
        """Templates are read from the snapshot only."""
        self.faults: list[Diagnostic] = []
        self._modules: dict[str, TemplateModule] = {}

        def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
            data = snapshot.files.get(FOLDER + name)
            return None if data is None else (data.decode("utf-8", "replace"), FOLDER + name, lambda: True)

        self._environment = Environment(
            loader=FunctionLoader(source),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
        )
        self._environment.filters |= {
            "day": partial(words.day, language=language),
            "month": partial(words.month, language=language),
            "amount": partial(words.amount, language=language),
            "years": words.years,
            "groupby_run": _runs,
            "country": partial(words.country, language=language),
            "tongue": partial(words.tongue, language=language),
        }
        self._environment.globals["page_of"] = late

    def module(self, template: str) -> TemplateModule | None:
        """The macros and settings of a template; None, and a fault, when it cannot be read."""
        if template not in self._modules:
            try:
                self._modules[template] = self._environment.get_template(template).module
            except TemplateError as wrong:
                self._fault(template, wrong)
                return None
        return self._modules[template]

    def run(self, template: str, macro: str, *arguments: Any, **named: Any) -> Markup:
        """What a macro gives; nothing, and a fault, when it fails."""
        module = self.module(template)
        if module is None:
            return Markup()
        try:
            result: Markup = getattr(module, macro)(*arguments, **named)
        except Exception as wrong:  # noqa: BLE001 - a project's own template may do anything; it becomes a finding
            self._fault(template, wrong)
            return Markup()
        return result

    def _fault(self, template: str, wrong: Exception) -> None:
        path, line = f"{FOLDER}{template}", 1
        if isinstance(wrong, TemplateSyntaxError):
            path, line = wrong.filename or path, wrong.lineno
        for frame in traceback.extract_tb(wrong.__traceback__):
            if frame.filename.startswith(FOLDER):
                path, line = frame.filename, frame.lineno or 1
        self.faults.append(
            error(
                "template-fault",
                Span(path, line),
                f"the template cannot be filled in: {str(wrong).splitlines()[0] if str(wrong) else type(wrong).__name__}",
                help="mend the template, or remove the project's own copy to fall back on the shipped one",
            )
        )


def _runs(values: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Neighbours with the same attribute brought together, in their order; Jinja's own `groupby` would sort them."""
    return [(key, list(run)) for key, run in groupby(values, key=attrgetter(attribute))]

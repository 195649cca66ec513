"""Jinja over the Snapshot: templates to HTML, template faults to findings.

Strict throughout: everything is escaped, an unknown name is a fault, and no text of a partner is ever a template.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from traceback import walk_tb
from typing import Any, cast

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.environment import Template, TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup

from wp3reports.diagnostics import Diagnostic, Span, error
from wp3reports.model import Record
from wp3reports.render.catalogues import catalogue
from wp3reports.render.compiled import Compiled
from wp3reports.render.files import FOLDER
from wp3reports.render.geography import is_named, nearest, neighbours, places
from wp3reports.render.speech import Speech
from wp3reports.render.timeline import timeline
from wp3reports.render.tongues import Tongues, settle
from wp3reports.snapshot import Snapshot
from wp3reports.volume import late


class Press:
    """The templates of one snapshot in one language. What goes wrong in them is collected in `faults`."""

    def __init__(self, snapshot: Snapshot, tongues: Tongues | None = None) -> None:
        """Templates and labels are read from the snapshot only."""
        tongues = tongues or Tongues()
        said, faults = catalogue(snapshot, tongues.language)
        self.speech = Speech(tongues, said)
        self.faults: list[Diagnostic] = [*faults]
        self._modules: dict[str, TemplateModule | None] = {}

        def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
            path = FOLDER + name
            try:
                return (snapshot.files[path].decode(), path, lambda: True) if path in snapshot.files else None
            except UnicodeDecodeError:
                raise TemplateSyntaxError("it is not UTF-8", 1, name, path) from None

        self._environment = Environment(
            loader=FunctionLoader(source),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._printable,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(tongues.language),
            extensions=["jinja2.ext.i18n"],
        )
        # Jinja's extension adds the method; no type tells of it.
        self._environment.install_gettext_translations(said, newstyle=True)  # type: ignore[attr-defined]
        self._environment.filters |= {**self.speech.filters(), "groupby_run": _runs}
        self._environment.globals |= {
            "page_of": late,
            "places": places,
            "neighbours": neighbours,
            "nearest": nearest,
            "is_named": is_named,
            "timeline": timeline,
        }

    def module(self, template: str) -> TemplateModule | None:
        """The macros and settings of a template; None, and a fault, when it cannot be read."""
        if template not in self._modules:
            try:
                self._modules[template] = self._environment.get_template(template).module
            except Exception as wrong:  # noqa: BLE001 - a project's own template may do anything; it becomes a finding
                self._modules[template] = None
                self._fault(template, wrong)
        return self._modules[template]

    def sections(self, template: str) -> Mapping[str, str]:
        """The chapters that a template prints, by the names of their macros; none, and a fault, when it lists none."""
        module = self.module(template)
        listed = getattr(module, "sections", None)
        if module is not None and not isinstance(listed, dict):
            self._fault(template, TemplateError("it lists no sections"))
        return listed if isinstance(listed, dict) else {}

    def listed(self, template: str, setting: str) -> Sequence[str]:
        """The chapters that a template names in a setting, if it has that; none, and a fault, when it is no list."""
        found = getattr(self.module(template), setting, [])
        if isinstance(found, list):
            return found
        self._fault(template, TemplateError(f"it sets {setting} to what is no list"))
        return []

    def run(self, template: str, macro: str, *arguments: Any, **named: Any) -> Markup:
        """What a macro gives; nothing, and a fault, when it fails."""
        module = self.module(template)
        if module is None:
            return Markup()
        try:
            found = getattr(module, macro, None)
            if not isinstance(found, Macro):
                raise TemplateError(f'it has no macro "{macro}"')  # noqa: TRY301 - told like all other faults
            result = settle(cast("Markup", found(*arguments, **named)))  # under autoescape it is nothing else
        except Exception as wrong:  # noqa: BLE001 - as above
            self._fault(template, wrong)
            return Markup()
        return result

    def _printable(self, value: Any) -> Any:
        """The value, if it is one that a reader can read; a list, a group of fields or nothing at all is a fault."""
        if value is None or isinstance(value, Record) or type(value) in {tuple, list, dict, bool}:
            raise TemplateError(f"a {type(value).__name__} would be printed")
        return self.speech.tongues.mark(value) if isinstance(value, str) else value

    def _fault(self, template: str, wrong: Exception) -> None:
        path, line = _place(wrong) or (FOLDER + template, 1)
        reason = (str(wrong).splitlines() or [type(wrong).__name__])[0]
        remedy = "mend the template, or remove the project's own copy to fall back on the shipped one"
        self.faults.append(error("template-fault", Span(path, line), f"the template fails: {reason}", help=remedy))


def _place(wrong: Exception) -> tuple[str, int] | None:
    """Path and line of the innermost template that was at work."""
    if isinstance(wrong, TemplateSyntaxError) and wrong.filename:
        return wrong.filename, wrong.lineno
    found = None
    for frame, line in walk_tb(wrong.__traceback__):
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and template.filename == frame.f_code.co_filename:
            found = template.filename, template.get_corresponding_lineno(line)
    return found


def _runs(values: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Neighbours with the same attribute brought together, in their order; Jinja's own `groupby` would sort them."""
    return [(key, list(run)) for key, run in groupby(values, key=attrgetter(attribute))]

"""Jinja over the Snapshot: templates to HTML, template faults to findings.

Strict throughout: everything is escaped, an unknown name is a fault, and no text of a partner is ever a template.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import groupby
from operator import attrgetter
from traceback import walk_tb
from typing import Any, cast

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.environment import Template, TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup

from wp3reports.diagnostics import Diagnostic, Span, error
from wp3reports.model import Record
from wp3reports.render import words
from wp3reports.render.geography import neighbours, places
from wp3reports.render.timeline import timeline
from wp3reports.snapshot import Snapshot
from wp3reports.volume import late

FOLDER = "templates/"


class _Kept(BytecodeCache):
    """Compiled templates of this process: compiling takes longer than filling in, and they seldom change."""

    def __init__(self) -> None:
        """Nothing kept yet."""
        self._code: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from the same source under the same name."""
        checksum, code = self._code.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.checksum, bucket.bytecode_to_string()


_KEPT = _Kept()


class Press:
    """The templates of one snapshot. What goes wrong in them is collected in `faults`."""

    def __init__(self, snapshot: Snapshot, language: str = "en") -> None:
        """Templates are read from the snapshot only."""
        self.faults: list[Diagnostic] = []
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
            finalize=_printable,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_KEPT,
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
        self._environment.globals |= {
            "page_of": late,
            "places": places,
            "neighbours": neighbours,
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

    def run(self, template: str, macro: str, *arguments: Any, **named: Any) -> Markup:
        """What a macro gives; nothing, and a fault, when it fails."""
        module = self.module(template)
        if module is None:
            return Markup()
        try:
            found = getattr(module, macro, None)
            if not isinstance(found, Macro):
                raise TemplateError(f'it has no macro "{macro}"')  # noqa: TRY301 - told like all other faults
            result = cast("Markup", found(*arguments, **named))  # under autoescape it is nothing else
        except Exception as wrong:  # noqa: BLE001 - as above
            self._fault(template, wrong)
            return Markup()
        return result

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


def _printable(value: Any) -> Any:
    """The value, if it is one that a reader can read; a list, a group of fields or nothing at all is a fault."""
    if value is None or isinstance(value, Record) or type(value) in {tuple, list, dict, bool}:
        raise TemplateError(f"a {type(value).__name__} would be printed")
    return value


def _runs(values: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Neighbours with the same attribute brought together, in their order; Jinja's own `groupby` would sort them."""
    return [(key, list(run)) for key, run in groupby(values, key=attrgetter(attribute))]

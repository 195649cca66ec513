"""What the reference validator said of many documents, as a table: documents down, profiles across."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from conformance.verapdf import PROFILES, Failure, Verdict

PROPERTY = "conformance"  # of a test: its row


class Row(NamedTuple):
    """A document: its name, its state, draft or final, its pages, and a verdict for each profile."""

    name: str
    state: str
    pages: int
    verdicts: Mapping[str, Verdict]

    def to_json(self, engine: str) -> str:
        """The row as text, which a test can hand to the process that tells of all tests."""
        return json.dumps([engine, self.name, self.state, self.pages, self.verdicts], default=vars)

    @classmethod
    def from_json(cls, text: str) -> tuple[str, "Row"]:
        """The version of the engine, and the row."""
        engine, name, state, pages, said = json.loads(text)
        verdicts = {
            profile: Verdict(each["checks"], tuple(Failure(*failure) for failure in each["failures"]))
            for profile, each in said.items()
        }
        return engine, cls(name, state, pages, verdicts)

    @property
    def broken(self) -> int:
        """How many rules it breaks under all profiles together."""
        return sum(len(verdict.failures) for verdict in self.verdicts.values())


def table(rows: Sequence[Row], engine: str) -> str:
    """All documents with their verdicts, the rules that are broken, and a last line that counts."""
    cells = [("document", "state", "pages", *PROFILES)]
    cells += [(row.name, row.state, str(row.pages), *(_cell(row.verdicts[each]) for each in PROFILES)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    checks = sum(verdict.checks for row in rows for verdict in row.verdicts.values())
    broken = sum(row.broken for row in rows)
    last = f"veraPDF {engine}: {len(rows)} documents x {len(PROFILES)} profiles, {checks:,} checks, {broken} failures"
    return "\n".join([*lines, *_broken(rows), last])


def _cell(verdict: Verdict) -> str:
    said = f"{len(verdict.failures)} rules broken" if verdict.failures else "ok"
    return f"{said} ({verdict.checks:,} checks)"


def _broken(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for profile, verdict in row.verdicts.items():
            for each in verdict.failures:
                yield f"{row.name} ({row.state}), {profile} {each.rule}, {each.count} times: {each.text}"


def told(properties: Iterable[tuple[str, object]]) -> str:
    """The table of all rows among the properties of tests; empty when there is none."""
    found = [Row.from_json(str(value)) for name, value in properties if name == PROPERTY]
    rows = sorted((row for _, row in found), key=lambda row: (row.state, -row.pages, row.name))
    return table(rows, found[0][0]) if found else ""

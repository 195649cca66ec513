"""Findings as JUnit XML: a case for each section of each hand-in that is expected, so that any CI shows who owes what.

The form is that of Jenkins' xUnit plug-in, which GitLab and others read too. Errors fail a case; warnings and remarks
are its output.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.milestones import MILESTONES
from wp3reports.model import COORDINATOR, hand_in_path
from wp3reports.reporters.concise import lines
from wp3reports.reporters.report import Report
from wp3reports.reporters.text import printable
from wp3reports.snapshot import Snapshot

_KEY = re.compile(r"([a-z_]+):")
WHOLE = "whole"  # the section of what is about a hand-in or a file as a whole


class _Case(NamedTuple):
    """A section of a file; `suite` is the file."""

    suite: str
    section: str


def report(report: Report) -> str:
    """One suite for each hand-in that is expected and for each other file that something was found in."""
    found: dict[_Case, list[Diagnostic]] = defaultdict(list)
    for case in _expected(report):
        found[case] = []
    for finding in report.findings:
        found[_case(finding, report.snapshot, found)].append(finding)
    root = ET.Element("testsuites", name="wp3reports check")
    for suite in sorted({case.suite for case in found}):
        root.append(_suite(suite, {case.section: here for case, here in found.items() if case.suite == suite}))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _expected(report: Report) -> Iterator[_Case]:
    for milestone in MILESTONES:
        local = [(partner.id, milestone.local) for partner in report.partners if milestone.local]
        for author, kind in (*local, (COORDINATOR, milestone.coordinator)):
            for section in (WHOLE, *kind.model_fields):
                yield _Case(hand_in_path(milestone.name, author), section)


def _case(finding: Diagnostic, snapshot: Snapshot, known: dict[_Case, list[Diagnostic]]) -> _Case:
    """The section that a finding lies in: the last key at the left edge before it."""
    texts = snapshot.files.get(finding.span.path, b"").decode("utf-8-sig", "replace").splitlines()
    keys = [match[1] for line in texts[: finding.span.line] if (match := _KEY.match(line))]
    case = _Case(finding.span.path, keys[-1] if keys else WHOLE)
    return case if case in known else _Case(finding.span.path, WHOLE)


def _suite(name: str, sections: dict[str, list[Diagnostic]]) -> ET.Element:
    failed = sum(any(each.severity is Severity.ERROR for each in here) for here in sections.values())
    suite = ET.Element("testsuite", name=name, tests=str(len(sections)), failures=str(failed), errors="0", skipped="0")
    for section, here in sections.items():
        case = ET.SubElement(suite, "testcase", classname=name.removesuffix(".yaml").replace("/", "."), name=section)
        errors = [each for each in here if each.severity is Severity.ERROR]
        if errors:
            failure = ET.SubElement(case, "failure", type=errors[0].code, message=printable(errors[0].message))
            failure.text = lines(errors)
        if others := [each for each in here if each.severity is not Severity.ERROR]:
            ET.SubElement(case, "system-out").text = lines(others)
    return suite

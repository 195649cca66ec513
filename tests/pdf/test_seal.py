import subprocess
import sys
from pathlib import Path

import pytest

from wp3reports.pdf import MissingLibrariesError, libraries, seal

SCRIPT = """
import os, sys, warnings
from pathlib import Path
from wp3reports import pdf
pdf.keep_fonts_in(Path(sys.argv[1]))
pdf.prepare()
pdf.prepare()
import PIL.Image, pyphen
conf = Path(os.environ["FONTCONFIG_FILE"])
assert sys.getrecursionlimit() == 10_000
assert PIL.Image.MAX_IMAGE_PIXELS == 10_000_000
assert sorted(path.name for path in (conf.parent / "fonts").iterdir()) == ["net.ttf"]
print(pyphen.Pyphen(lang="fi").inserted("kaupunkiseutu"), conf.parent)
"""


def test_a_prepared_process_is_sealed_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, tmp_path], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    word, scratch = done.stdout.split()
    assert word == "kau-pun-ki-seu-tu"
    assert not Path(scratch).exists()


def test_missing_libraries_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "missing_libraries", lambda: ("pango",))
    with pytest.raises(MissingLibrariesError, match="pango"):
        seal.prepare.__wrapped__()

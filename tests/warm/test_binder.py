import subprocess
import sys


def test_it_has_loaded_what_binds_and_no_engine() -> None:
    code = "import gc, sys, wp3reports.warm.binder; print(gc.get_freeze_count() > 10_000, *sys.modules)"
    frozen, *loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert frozen == "True"
    assert {"pydyf", "uharfbuzz"} <= set(loaded)
    assert not {"weasyprint", "pikepdf"} & set(loaded)

"""What the process has loaded that workers are forked from."""

import subprocess
import sys

import pytest

SCRIPT = """
import gc, signal, sys
import psutil
import wp3reports.warm.engine
print(psutil.Process().num_threads(), gc.get_freeze_count() > 50_000, {"weasyprint", "pikepdf"} <= set(sys.modules))
print("pydantic" in sys.modules, signal.getsignal(signal.SIGTERM) is signal.SIG_IGN)
"""


@pytest.mark.slow
def test_it_has_loaded_the_engine_has_one_thread_and_is_deaf() -> None:
    ended = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True)
    assert ended.stdout.splitlines() == ["1 True True", "False True"], "with more threads forking would not be safe"
    assert ended.stderr == ""


def test_where_nothing_can_be_laid_out_it_is_left_to_others_to_tell() -> None:
    code = """if True:
        from wp3reports import pdf, worker
        def full():
            raise OSError("no space left")
        worker.warm = full
        import wp3reports.warm.engine
        print("loaded")
    """
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert (ended.stdout, ended.stderr) == ("loaded\n", "")

import subprocess
import sys


def test_what_is_unpacked_can_be_named_without_loading_a_pdf_library() -> None:
    script = "import sys, wp3reports.pdf as pdf; print(pdf.Package, pdf.Unpacked, 'pikepdf' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.split()[-1] == "False"

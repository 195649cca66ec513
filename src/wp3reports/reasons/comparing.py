"""A volume as it was built beside the one that it would be now: the reasons for each part, and for binding it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp3reports.build.keys import Keys
from wp3reports.build.manifest import Entry, Laid
from wp3reports.reasons.fields import differences, shown
from wp3reports.reasons.reason import Kind, Reason, of_file
from wp3reports.reasons.trial import DAY, Trial
from wp3reports.volume import Part, Volume

_FOLDER = "templates/"  # left out of the names of assets


class Pair(NamedTuple):
    """A part of a volume as it is rendered, and with its page numbers, which may not all be known yet."""

    part: Part
    filled: Part
    is_known: bool


class Comparison:
    """What has changed since a volume was bound."""

    def __init__(self, volume: Volume, entry: Entry, trial: Trial, keys: Keys, *, is_draft: bool) -> None:
        """`entry` is the volume as it was built, `is_draft` what is asked for now."""
        self._volume, self._entry, self._trial, self._keys, self._is_draft = volume, entry, trial, keys, is_draft
        self._origin = trial.origin
        self._before = {laid.name: laid for laid in entry.parts}

    def of_volume(self, parts: Sequence[Pair]) -> Iterator[Reason]:
        """Why it is bound anew; reasons may come twice. Where no page is another one, a file inside the PDF is."""
        found = tuple(self._of_pages(parts))
        yield from found or self._of_files()

    def _of_files(self) -> Iterator[Reason]:
        """The files that differ and that the PDF holds, or has the digest of."""
        named = {each.path for each in self._volume.provenance.inputs}
        for path, how in self._trial.changed.items():
            if path in named or path.startswith(_FOLDER):
                yield of_file(path, how)

    def _of_pages(self, parts: Sequence[Pair]) -> Iterator[Reason]:
        if self._is_draft != self._entry.is_draft:
            yield Reason(Kind.MARK, "a draft" if self._is_draft else "a release", "is asked for")
        yield from _of_tools(self._origin.engine, self._keys.tools)
        for pair in parts:
            yield from (reason for reason in self.of_part(pair) if pair.is_known or reason.kind is not Kind.NUMBERS)
        names = {pair.part.name for pair in parts}
        yield from (Reason(Kind.PART, name, "removed") for name in self._before if name not in names)
        if self._keys.frame(self._volume) != self._entry.frame:
            found = tuple(self._of_content("", ""))
            yield from found or (Reason(Kind.FRAME, "title, running heads or metadata"),)
        if self._volume.issued.isoformat() != self._origin.issued:
            yield self._of_day()

    def of_part(self, pair: Pair) -> Iterator[Reason]:
        """Why a part is another one than before; nothing where it is the same."""
        old = self._before.get(pair.part.name)
        if old is None:
            yield Reason(Kind.PART, pair.part.name, "added")
            return
        now = self._keys.laid(pair.part, pair.filled)
        if now.html != old.html:
            yield from self._of_content(pair.part.name, pair.part.html)
        if now.assets != old.assets:
            yield from self._of_assets(pair.part)
        if not pair.is_known:
            yield Reason(Kind.NUMBERS, "page numbers", "may move")
        elif pair.part.is_late and self._have_numbers_moved(now, old):
            yield Reason(Kind.NUMBERS, "page numbers", "moved")

    def _have_numbers_moved(self, now: Laid, old: Laid) -> bool:
        """Whether nothing else has changed; the word for a draft or release stands in late parts, too."""
        is_same = (now.html, now.assets, self._is_draft) == (old.html, old.assets, self._entry.is_draft)
        return is_same and now.key != old.key and self._keys.tools == self._origin.engine

    def _of_content(self, part: str, html: str) -> Iterator[Reason]:
        causes = self._trial.causes((self._volume.name, part), html)
        if not causes and part:
            yield Reason(Kind.PROGRAM, "the program's own text")
        for path in causes:
            if path == DAY:
                yield self._of_day()
            else:
                yield from self._of_text(path, html)

    def _of_text(self, path: str, html: str) -> Iterator[Reason]:
        how, old = self._trial.changed[path], self._trial.old(path)
        found = None
        if how == "changed" and old is not None and path.endswith((".yaml", ".yml")):
            found = differences(path, old, self._trial.now(path))
        if found:
            yield from (Reason(Kind.FIELD, path, each.how, each.field) for each in shown(html, path, found))
        else:
            yield of_file(path, how)

    def _of_assets(self, part: Part) -> Iterator[Reason]:
        """Changed fonts, style sheets and pictures that the part may fetch, and those that it may no longer fetch."""
        for path, how in self._trial.changed.items():
            is_there = path.removeprefix(_FOLDER) in part.assets or path in part.assets
            if is_there or (how == "removed" and not path.endswith((".yaml", ".yml", ".j2"))):
                yield of_file(path, how)

    def _of_day(self) -> Reason:
        return Reason(Kind.DAY, "the day of issue", f"{self._volume.issued} and was {self._origin.issued}")


def _of_tools(before: str, now: str) -> Iterator[Reason]:
    """Libraries and our own code that makes PDFs, with their versions."""
    old, new = (dict(each.partition("=")[::2] for each in tools.split()) for tools in (before, now))
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            is_ours = name == "code"
            how = "changed" if is_ours else f"is {new.get(name, 'gone')} and was {old.get(name, 'not there')}"
            yield Reason(Kind.ENGINE, "the program's code that makes PDFs" if is_ours else name, how)

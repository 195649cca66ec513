"""PROVISIONAL stand-in so that others can run; to be replaced whole by the real reader."""
import unicodedata
from dataclasses import dataclass
from typing import Any
import yaml
from wp3reports.diagnostics import Diagnostic, Span, error

@dataclass(frozen=True)
class Scalar:
    text: str; span: Span; plain: bool = True; block: bool = False
@dataclass(frozen=True)
class Listing:
    items: tuple; span: Span
@dataclass(frozen=True)
class Mapping:
    entries: tuple; span: Span
Node = Scalar | Listing | Mapping

@dataclass(frozen=True)
class Source:
    path: str; root: Any; lines: tuple
    def plain(self): return _plain(self.root)
    def _find(self, path):
        node, span = self.root, Span(self.path, 1, 1, 1, 2)
        key = span
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str):
                hit = next(((k, v) for k, v in node.entries if k.text == step), None)
                if hit is None: return key, key
                key, node = hit[0].span, hit[1]
                span = node.span if isinstance(node, Scalar) else key
            elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]; span = key = node.span
            else: return key, key
        return span, key
    def at(self, *path): return self._find(path)[0]
    def key_at(self, *path): return self._find(path)[1]
    def within(self, *path, offset): return self.at(*path)

def _plain(n):
    if isinstance(n, Scalar): return n.text
    if isinstance(n, Listing): return tuple(map(_plain, n.items))
    return {k.text: _plain(v) for k, v in n.entries}

def parse(path: str, data: bytes):
    try:
        text = data.decode("utf-8-sig"); node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except Exception as e:
        m = getattr(e, "problem_mark", None)
        return None, (error("yaml-syntax", Span(path, m.line + 1 if m else 1, m.column + 1 if m else 1), str(e).splitlines()[0], help="x"),)
    def conv(n):
        s, e = n.start_mark, n.end_mark
        sp = Span(path, s.line + 1, s.column + 1, e.line + 1, e.column + 1) if s.line == e.line else Span(path, s.line + 1, s.column + 1, s.line + 1, s.column + 2)
        if isinstance(n, yaml.ScalarNode): return Scalar(unicodedata.normalize("NFC", n.value), sp)
        if isinstance(n, yaml.SequenceNode): return Listing(tuple(map(conv, n.value)), sp)
        return Mapping(tuple((conv(k), conv(v)) for k, v in n.value), sp)
    return Source(path, conv(node), tuple(text.splitlines())), ()

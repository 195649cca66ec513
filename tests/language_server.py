"""A small client of the Language Server Protocol: enough to ask the real YAML language server what an editor shows."""

import json
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

PATIENCE = 60  # seconds to wait for an answer


class LanguageServer:
    """The server as a child process, in one folder, with the settings that an editor would give it."""

    def __init__(self, command: Sequence[str | Path], folder: Path, settings: Mapping[str, Any]) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._folder, self._settings = folder, settings
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._shown: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._reader = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        self._ask(
            "initialize",
            processId=None,
            rootUri=self._folder.as_uri(),
            workspaceFolders=[{"uri": self._folder.as_uri(), "name": "project"}],
            capabilities={"workspace": {"configuration": True}, "textDocument": {"completion": {}}},
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("shutdown")
        self._tell("exit")
        self._process.communicate(timeout=PATIENCE)
        self._reader.join(PATIENCE)

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """What the server underlines in a file that an editor has opened with this text."""
        uri = (self._folder / path).as_uri()
        self._shown[uri] = queue.Queue()
        self._tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return self._shown[uri].get(timeout=PATIENCE)

    def completions(self, path: str, line: int, column: int) -> list[str]:
        """What the server offers at a place of an open file, counted from 0."""
        uri = (self._folder / path).as_uri()
        answer = self._ask(
            "textDocument/completion", textDocument={"uri": uri}, position={"line": line, "character": column}
        )
        return [item["label"] for item in answer["items"]]

    def _ask(self, method: str, **parameters: Any) -> Any:
        number = len(self._answers) + 1
        self._answers[number] = queue.Queue()
        self._send({"id": number, "method": method, "params": parameters})
        return self._answers[number].get(timeout=PATIENCE)

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        with suppress(EOFError, ValueError):
            while True:
                self._take(self._received())

    def _received(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and put away what it says."""
        match message:
            case {"method": "textDocument/publishDiagnostics", "params": shown}:
                if shown["uri"] in self._shown:
                    self._shown[shown["uri"]].put(shown["diagnostics"])
            case {"method": "workspace/configuration", "id": number, "params": asked}:
                self._send({"id": number, "result": [self._settings.get(each["section"]) for each in asked["items"]]})
            case {"method": _, "id": number}:
                self._send({"id": number, "result": None})
            case {"id": number, "result": answer}:
                self._answers[number].put(answer)

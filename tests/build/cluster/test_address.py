"""Parts go to this machine, or anywhere behind TLS; never over a network in the clear."""

import pytest

from wp3reports.build.cluster import parsed


@pytest.mark.parametrize("text", ["tcp://127.0.0.1:8786", "tcp://127.1.2.3:1", "tcp://[::1]:8786"])
def test_this_machine_may_be_reached_in_the_clear(text: str) -> None:
    assert parsed(text) == (text, False)


def test_localhost_is_this_machine_and_not_what_a_name_server_says() -> None:
    assert parsed("tcp://localhost:8786").text == "tcp://127.0.0.1:8786"


@pytest.mark.parametrize("text", ["tls://dask.example.org:8786", "tls://10.0.0.7:8786", "tls://[fe80::1]:8786"])
def test_others_only_encrypted(text: str) -> None:
    assert parsed(text) == (text, True)


@pytest.mark.parametrize(
    "host",
    [
        "10.0.0.7",
        "0.0.0.0",  # noqa: S104 - refused
        "[::]",
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "128.0.0.1",
        "[::ffff:8.8.8.8]",
        "2130706433",
    ],
)
def test_others_in_the_clear_are_refused_with_the_reason(host: str) -> None:
    with pytest.raises(ValueError, match="in the clear, and anybody there could answer"):
        parsed(f"tcp://{host}:8786")


@pytest.mark.parametrize(
    "text",
    ["", "127.0.0.1:8786", "http://127.0.0.1:8786", "tcp://127.0.0.1", "tcp://127.0.0.1:0", "tcp://127.0.0.1:99999",
     "tcp://127.0.0.1:8786/x", "tcp://a@127.0.0.1:8786", "tls://a b:1", "TCP://127.0.0.1:1", "tcp://127.0.0.1:8786\n", "inproc://1/2/3"],
)  # fmt: skip
def test_what_is_no_address_is_told_how_to_be_written(text: str) -> None:
    with pytest.raises(ValueError, match="is no address of a scheduler; write it as"):
        parsed(text)

"""The headers that every answer bears, errors too, and answers made by hand where no application was asked."""

from http import HTTPStatus

# Nothing comes from elsewhere, nothing is embedded elsewhere, nothing is kept; what the page loads is its own.
POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


def plain(status: HTTPStatus, text: str) -> bytes:
    """A whole answer in plain text, after which the connection is closed."""
    body = text.encode()
    own = ((b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()))
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in (*own, *HEADERS, (b"connection", b"close")))
    return f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() + fields + b"\r\n" + body

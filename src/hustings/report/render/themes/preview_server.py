"""The server of a theme's preview: on this computer only, for reading only, and nothing of the theme runs in it."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from urllib.parse import urlsplit

from hustings.messages import speaking, words_spoken
from hustings.report.render.themes.preview import PAGES, Preview

HOST = "127.0.0.1"
OK, REFUSED, MISSING = 200, 403, 404
AROUND = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; connect-src 'self'"
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


def preview_server(preview: Preview, port: int = 0) -> ThreadingHTTPServer:
    """A server that is bound to a port of this computer, any that is free with 0. Raises `OSError`."""
    words = words_spoken()

    class Reading(BaseHTTPRequestHandler):
        """Answers requests for pages; all others are refused."""

        def do_GET(self) -> None:
            """Answer one request."""
            if self.headers.get("Host") not in _own_names(server.server_port):
                self._reply(REFUSED, "", "default-src 'none'")  # a page of elsewhere whose name leads here
                return
            with speaking(words):  # each request has a thread of its own, which speaks English else
                self._answer()

        def _answer(self) -> None:
            path = urlsplit(self.path).path.strip("/") or "full"
            nonce = token_hex(16)
            around = f"{AROUND}; script-src 'nonce-{nonce}'"
            if path == "stamp":
                self._reply(OK, preview.stamp(), around)
            elif path in PAGES:
                self._reply(OK, preview.frame(path, nonce), around)
            elif path.removeprefix("page/") in PAGES:
                self._reply(OK, preview.page(path.removeprefix("page/")), SANDBOX)
            else:
                self._reply(MISSING, "", "default-src 'none'")

        def _reply(self, code: int, text: str, policy: str) -> None:
            content = text.encode()
            self.send_response(code)
            for name, value in (
                ("Content-Type", "text/html; charset=utf-8"),
                ("Content-Length", str(len(content))),
                ("Content-Security-Policy", policy),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
                ("Cache-Control", "no-store"),
            ):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_words: object) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer((HOST, port), Reading)
    server.daemon_threads = True
    return server


def _own_names(port: int) -> tuple[str, str]:
    return f"{HOST}:{port}", f"localhost:{port}"

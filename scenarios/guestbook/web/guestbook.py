"""A guest book: POST /entries/<id> writes an entry, GET /entries/<id> counts it, GET /entries counts all."""
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from redis.exceptions import RedisError
from redis.sentinel import Sentinel

COPIES = int(os.environ["COPIES"])
SENTINELS = [(host, 26379) for host in os.environ["SENTINELS"].split(",")]
sentinel = Sentinel(SENTINELS, socket_timeout=0.3, socket_connect_timeout=0.3)
primary = sentinel.master_for("book", socket_timeout=0.6, socket_connect_timeout=0.3)


def write(entry, text):
    """Answers only when so many replicas have it as well: then a lost primary takes nothing with it."""
    together = primary.pipeline(transaction=False)
    together.hset("entries", entry, text)
    together.execute_command("WAIT", COPIES, 400)
    if together.execute()[1] < COPIES:
        raise RedisError("too few replicas have it")


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        entry = self.path.removeprefix("/entries").strip("/")
        self.answer(lambda: {"entries": primary.hexists("entries", entry) * 1 if entry else primary.hlen("entries")})

    def do_POST(self):
        text = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        entry = self.path.removeprefix("/entries/")
        self.answer(lambda: write(entry, text) or {"written": entry}, 201)

    def answer(self, page, status=200):
        try:
            body = page()
        except RedisError as error:
            status, body = 503, {"error": type(error).__name__}
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *words):
        pass


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("", 8000), Pages).serve_forever()

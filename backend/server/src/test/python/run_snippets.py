"""Runs the programs that the pages show for Python: run_snippets.py FOLDER

SnippetsTest writes them to target/snippets/python. Each must end well and say how many tasks it
executed; one whose library this interpreter lacks is skipped. Whoever has the libraries runs
this with that interpreter.
"""

import http.server
import pathlib
import re
import subprocess
import sys
import threading

PLACE_FOR_OWN = "http://127.0.0.1:8000/"
LIMIT_S = 60


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hello")

    def log_message(self, *_):
        pass


def run(program, address):
    adapted = program.with_suffix(".run.py")
    adapted.write_text(program.read_text().replace(PLACE_FOR_OWN, address))
    try:
        ended = subprocess.run(
            [sys.executable, str(adapted)],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LIMIT_S,
        )
    finally:
        adapted.unlink()
    lacking = re.search(r"ModuleNotFoundError: .*|ImportError: .*InterpreterPool.*", ended.stderr)
    if lacking:
        return "skipped", lacking.group()
    well = ended.returncode == 0 and re.search(r"^[0-9]+ tasks in [0-9.]+ s$", ended.stdout, re.M)
    return ("ran", ended.stdout.strip()) if well else ("failed", ended.stdout + ended.stderr)


def main(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    counts = {"ran": 0, "skipped": 0, "failed": 0}
    for program in sorted(pathlib.Path(folder).glob("*.py")):
        result, said = run(program, f"http://127.0.0.1:{server.server_port}/")
        counts[result] += 1
        print(f"{program.name}: {result}: {said}", flush=True)
    print(", ".join(f"{count} {result}" for result, count in counts.items()))
    return 1 if counts["failed"] or not counts["ran"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

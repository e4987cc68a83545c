#!/usr/bin/env python3
"""Asks the interface for programs whatever its description allows, and what it does not (schemathesis).

    ask-interface.py BACKFILE SAMPLE [options of schemathesis]

BACKFILE is the program, SAMPLE the folder of which an archive is made. Looked for are answers that the description
does not have, failures of the server, and wrong requests that are taken for right ones. Exit code 1 where
one is found; 0 with a message where schemathesis is missing.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# The language of queries has mistakes that no JSON schema can describe: they are answered with 400, where the
# character is named, and not with hits of something else.
SETTINGS = """
[checks]
positive_data_acceptance.expected-statuses = ["2xx", 400, 404, 422]
"""


def main():
    beside = Path(sys.executable).parent / "schemathesis"
    program = str(beside) if beside.exists() else shutil.which("schemathesis")
    if not program:
        print("passed over: schemathesis is not there; `make tools` installs it")
        return 0
    backfile, sample, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        archive = folder + "/sample.backfile"
        subprocess.run([backfile, "-a", archive, "import", "-q", sample], check=True)
        Path(folder, "schemathesis.toml").write_text(SETTINGS)
        server = subprocess.Popen(
            [backfile, "serve", "-a", archive, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True)
        try:
            line = server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+", line)
            if not address:
                print("the server did not start:", line)
                return 1
            return subprocess.run(
                [program, "run", address[0] + "/api/openapi.json", "--checks", "all", "--phases",
                 "examples,coverage,fuzzing,stateful", *(options or ["--max-examples", "100", "--seed", "1"])],
                cwd=folder).returncode
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    sys.exit(main())

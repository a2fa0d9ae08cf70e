"""Runs the recipe over the public test vectors: python3 vectors.py ../../../tests/vectors"""

import json
import sys
from pathlib import Path

from latchkey import Want, check_offline_file, check_token

folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
keys = json.loads((folder / "jwks.json").read_text("utf-8"))
right = True

for name in ("tokens.json", "offline-files.json"):
    file = json.loads((folder / name).read_text("utf-8"))
    check = check_token if file["kind"] == "token" else check_offline_file
    for vector in file["vectors"]:
        want = dict(vector["want"])
        want["identifier_type"] = want.pop("identifierType")
        word, _ = check(vector["document"], Want(keys=keys, **want))
        print(f"{file['kind']}/{vector['name']} {word}")
        right = right and word == vector["verdict"]

sys.exit(0 if right else 1)

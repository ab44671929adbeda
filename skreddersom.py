"""Skreddersøm's front door: ``python3 skreddersom.py`` shows what it can do, ``python3 skreddersom.py test`` proves it.

Standard library only. Old Pythons must be able to read this file, so that they get a sentence and not a traceback;
the rest of the door stands in ``src/skreddersom/inngang``.
"""

import importlib
import sys
from pathlib import Path

FOR_GAMMEL = "Feil: Skreddersøm trenger Python 3.11 eller nyere; dette er Python {}.{}. Kjør med en nyere, for eksempel «python3.11 {}».\n"

if sys.version_info < (3, 11):  # noqa: UP036 – the newcomer's Python may be older than the project's
    sys.stderr.write(FOR_GAMMEL.format(sys.version_info[0], sys.version_info[1], sys.argv[0]))
    sys.exit(2)

if __name__ == "__main__":
    sys.dont_write_bytecode = True  # a root user must not leave files in a checkout that belongs to someone else
    sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
    sys.exit(importlib.import_module("skreddersom.inngang").main(sys.argv[1:]))

"""The environment variables our own processes get: the user's, less what would lead Python or pip astray."""

from __future__ import annotations

import os

# Another environment's Python settings, and pip settings that put packages elsewhere than in the environment we name.
FREMMED = frozenset(
    {
        "PYTHONPATH",
        "PYTHONHOME",
        "PYTHONEXECUTABLE",
        "VIRTUAL_ENV",
        "__PYVENV_LAUNCHER__",
        "UV_PYTHON",
        "UV_SYSTEM_PYTHON",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_PYTHON",
        "PIP_REQUIRE_VIRTUALENV",
    }
)


def rene_omgivelser() -> dict[str, str]:
    """The environment variables without the foreign ones."""
    return {navn: verdi for navn, verdi in os.environ.items() if navn not in FREMMED}

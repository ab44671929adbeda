"""The machine the figures come from, in a few lines of bokmål."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from skreddersom.benk.tall import heltall, med_komma

CPUINFO = Path("/proc/cpuinfo")


def maskin() -> dict[str, str]:
    """Processor, cores, memory, operating system and Python, as far as the system tells."""
    return {
        "Prosessor": _prosessor(),
        "Kjerner": heltall(_kjerner()),
        "Minne": _minne(),
        "Operativsystem": _operativsystem(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def _prosessor() -> str:
    linjer = CPUINFO.read_text().splitlines() if CPUINFO.exists() else []
    modell = next((linje.partition(":")[2].strip() for linje in linjer if linje.startswith("model name")), "")
    return modell or platform.processor() or platform.machine()


def _kjerner() -> int:
    """Those this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _minne() -> str:
    try:
        byte = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return "ukjent"
    return f"{med_komma(byte / 1e9, 1)} GB"


def _operativsystem() -> str:
    try:
        navn = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        navn = platform.system()
    return f"{navn}, {platform.system()} {platform.release()}"

"""What the figures hold for."""

import datetime
import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("mlx", "mlx-cpu", "mlx-vlm", "mlx-lm")


def describe() -> dict:
    """Date, machine and versions."""
    return {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": {
            "processor": processor(),
            "cores": os.cpu_count(),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
            "system": platform.platform(),
            "load": [round(load, 2) for load in os.getloadavg()],
        },
        "versions": {
            "commit": first_line(["git", "describe", "--always", "--dirty"]),
            "swift": first_line(["swift", "--version"]),
            "c++": first_line(["g++", "--version"]),
            "python": platform.python_version(),
            **{name: version(name) for name in PACKAGES},
        },
    }


def processor() -> str:
    """The processor's name."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def first_line(command: list[str]) -> str:
    """What a program says first."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return (result.stdout or result.stderr).split("\n")[0]

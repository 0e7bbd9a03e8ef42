"""Runs the Python packages as the reference: traces, checkpoints and greedy ids.

Run it as ``.venv/bin/python -m recorder --help`` with ``PYTHONPATH=Reference``.
"""

RECORDER = "python 2"
"""Written into each trace; raised when the same run would give other records."""

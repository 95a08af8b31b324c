"""Answers that are not the ones expected."""

from __future__ import annotations


class HttpError(OSError):
    """An answer that is not the one expected; the text says what it was."""

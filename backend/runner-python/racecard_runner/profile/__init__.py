"""Looks at this process while rounds execute that nobody times.

Nothing of it is imported before a profile is asked for: it must not disturb what is measured.
"""

INTERVAL_NS = 5_000_000
"""How long the others are left alone between two looks."""

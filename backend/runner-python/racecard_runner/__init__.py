"""The Python runner, on the standard library alone; each strategy imports what it needs itself."""

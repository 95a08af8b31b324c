"""Tasks that must not block: what strategies with a loop of coroutines have in common."""

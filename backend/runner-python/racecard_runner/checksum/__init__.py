"""Arithmetic in which all checksums are kept, the same in every runtime."""

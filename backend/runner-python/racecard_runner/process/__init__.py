"""Processes that execute tasks for a runner: both ends of the pipes between them."""

"""One round: the tasks that a strategy executes, their time stamps, and what the round cost.

Between the first submission and the last completion nothing here takes a lock for a task or makes
a system call other than reading the clock.
"""

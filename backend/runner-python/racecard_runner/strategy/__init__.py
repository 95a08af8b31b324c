"""The strategies, one a file, each as a reader would write it.

Each module has NEEDS, what it takes of the host, and `create(setting)`; it is imported only when it
is asked for. None lets more than its number in flight execute at once; none knows what a task does
unless it cannot block.
"""

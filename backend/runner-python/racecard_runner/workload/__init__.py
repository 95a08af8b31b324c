"""What one task does, as blocking code, with the value it must give.

Operands, bytes and values are those of docs/PROTOCOL.md, "The work and its checksums"; a workload
keeps no state between tasks and may be executed by any thread.
"""

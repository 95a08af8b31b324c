"""A small HTTP/1.1 client: one prepared request, one incremental reader of responses.

Never resolves a name, follows no redirect, and keeps no body: it is folded into a number as it
arrives.
"""

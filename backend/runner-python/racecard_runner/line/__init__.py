"""One JSON object a line: reading, checking and writing the protocol's messages."""

# %% power
def $function(i):
    return ($base + 2 * i) ** $exponent % (2**61 - 1)

# %% hash
import hashlib
BUFFER = bytes($buffer_bytes)


def $function(i):
    digest = str(i).encode()
    for _ in range($repeats):
        sha = hashlib.sha256(digest)
        sha.update(BUFFER)
        digest = sha.digest()
    return digest.hex()

# %% mixed
import hashlib
BLOCK = bytes(992)


def $function(i):
    digest = str(i).encode()
    for _ in range($steps):
        digest = hashlib.sha256(digest + BLOCK).digest()
    return digest.hex()

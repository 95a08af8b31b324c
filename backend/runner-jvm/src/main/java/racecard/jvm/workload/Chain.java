package racecard.jvm.workload;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import racecard.jvm.checksum.Modulus;

/** A chain of SHA-256 digests over the same block, begun from a nonce and a task's number. */
final class Chain {
  private static final int DIGEST_BYTES = 32;

  private final String nonce;
  private final byte[] block;

  Chain(String nonce, int blockBytes) {
    this.nonce = nonce;
    this.block = new byte[blockBytes];
    byte[] pattern = sha256().digest(nonce.getBytes(StandardCharsets.UTF_8));
    for (int at = 0; at < blockBytes; at += DIGEST_BYTES) {
      System.arraycopy(pattern, 0, block, at, Math.min(DIGEST_BYTES, blockBytes - at));
    }
  }

  /** The value of {@code task} after {@code steps} digests over the block. */
  long value(int task, long steps) {
    MessageDigest sha256 = sha256();
    byte[] digest = sha256.digest((nonce + ":" + task).getBytes(StandardCharsets.UTF_8));
    try {
      for (long step = 0; step < steps; step++) {
        sha256.update(digest);
        sha256.update(block);
        sha256.digest(digest, 0, DIGEST_BYTES);
      }
    } catch (DigestException e) {
      throw new IllegalStateException("a SHA-256 digest has 32 bytes", e);
    }
    return Modulus.ofFirstBytes(digest);
  }

  int blockBytes() {
    return block.length;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

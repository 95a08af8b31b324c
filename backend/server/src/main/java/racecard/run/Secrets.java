package racecard.run;

import java.security.SecureRandom;

/** Unguessable texts that are easy to read aloud: base32 without i, l, o and u. */
final class Secrets {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int PUBLIC_ID = 10; // 50 bits
  private static final int TOKEN = 26; // 130 bits

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A run's id in addresses. */
  static String publicId() {
    return text(PUBLIC_ID);
  }

  /** A share link's token: whoever knows it may read. */
  static String token() {
    return text(TOKEN);
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}

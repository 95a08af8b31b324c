package racecard;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The nearest of {@code known}, if at most three letters and at most half of them must change.
   */
  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= Math.min(3, word.length() / 2));
  }

  /** A question to put behind a refusal; empty when nothing is near. */
  static String question(String word, Collection<String> known) {
    return to(word, known).map(" (did you mean %s?)"::formatted).orElse("");
  }

  /** How many letters must be added, removed or replaced to make {@code to} of {@code from}. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] line = new int[to.length() + 1];
      line[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        line[column] = Math.min(replaced, 1 + Math.min(above[column], line[column - 1]));
      }
      above = line;
    }
    return above[to.length()];
  }
}

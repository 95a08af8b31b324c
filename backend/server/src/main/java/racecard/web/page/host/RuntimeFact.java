package racecard.web.page.host;

import java.util.Locale;
import racecard.view.Fact;

/** What a runtime tells of itself, as {@code switch_interval_ms}, in words. */
final class RuntimeFact {
  private static final String MILLISECONDS = "_ms";
  private static final int ABBREVIATION = 3;

  private RuntimeFact() {}

  static Fact of(String name, String text) {
    return name.endsWith(MILLISECONDS)
        ? new Fact(words(name.substring(0, name.length() - MILLISECONDS.length())), text + " ms")
        : new Fact(words(name), text);
  }

  /** A short name of small letters is an abbreviation, as {@code gil} is. */
  private static String words(String name) {
    String words = name.replace('_', ' ');
    int capitals = words.length() <= ABBREVIATION ? words.length() : Math.min(1, words.length());
    return words.substring(0, capitals).toUpperCase(Locale.ROOT) + words.substring(capitals);
  }
}

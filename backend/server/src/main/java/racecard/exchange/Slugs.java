package racecard.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import racecard.catalog.Strategy;

/** Makes of benchmarks' names what contenders can be called. */
final class Slugs {
  private static final int ROOM = 36;

  private final Set<String> taken = new HashSet<>();

  /** The end of {@code name} in lower-case letters, digits and dashes, like no other's. */
  String of(String name) {
    String dashed =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("^[\\p{Alnum}_$.]*\\.(?=[\\p{Alnum}_$]+(?: \\(|$))", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    String slug = dashed.substring(0, Math.min(ROOM, dashed.length())).replaceAll("-+$", "");
    slug = slug.isEmpty() ? "benchmark" : slug;
    String free = slug;
    // A strategy's name would make it look like one that Racecard executed.
    for (int i = 2; known(free) || !taken.add(free); i++) {
      free = slug + "-" + i;
    }
    return free;
  }

  private static boolean known(String slug) {
    return !Strategy.of(slug).sentence().isEmpty();
  }
}

package racecard.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages call the kinds of flags. */
public final class FlagTitles {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("IMPOSSIBLE", "impossible times"),
          Map.entry("CONTROL_DIFFERS", "the control differs"),
          Map.entry("INVALID_BLOCKS", "some rounds failed"),
          Map.entry("HOST_BUSY", "other programs were busy"),
          Map.entry("STEAL", "the hypervisor took time"),
          Map.entry("THROTTLED", "the CPU quota held it back"),
          Map.entry("SLOWED", "the processor was slower at times"),
          Map.entry("DRIFT", "the host became faster or slower"),
          Map.entry("ORIGIN_BOUND", "the origin was a bottleneck"),
          Map.entry("SHORT_ROUND", "rounds were short"),
          Map.entry("CLOCK", "the clock is coarse or slow"),
          Map.entry("BIMODAL", "rounds fall into two groups"),
          Map.entry("SPREAD", "rounds lie far apart"),
          Map.entry("STILL_WARMING", "a contender still warmed up"));

  private FlagTitles() {}

  /** The kinds that there are. */
  public static Set<String> kinds() {
    return TITLES.keySet();
  }

  /** What a kind is called within a sentence. */
  public static String of(String kind) {
    return TITLES.getOrDefault(kind, kind.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** A grade with what was flagged, as {@code grade B · other programs were busy}. */
  public static String grade(String letter, List<String> kinds) {
    return Stream.concat(Stream.of("grade " + letter), kinds.stream().map(FlagTitles::of))
        .collect(Collectors.joining(" · "));
  }
}

package racecard.view;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a strategy wears wherever it is named: a letter, a hue for its family, a pattern for its
 * kind.
 *
 * @param hue class suffix, as {@code blue}
 */
public record Cloth(String letter, String hue, Pattern pattern) {
  private static final String NEUTRAL = "ink";
  private static final Map<String, Cloth> KNOWN =
      Map.ofEntries(
          Map.entry("sequential", new Cloth("S", "grey", Pattern.SOLID)),
          Map.entry("threads", new Cloth("T", "blue", Pattern.SOLID)),
          Map.entry("thread-pool", new Cloth("T", "blue", Pattern.STRIPED)),
          Map.entry("processes", new Cloth("P", "red", Pattern.SOLID)),
          Map.entry("process-pool", new Cloth("P", "red", Pattern.STRIPED)),
          Map.entry("virtual-threads", new Cloth("V", "green", Pattern.SOLID)),
          Map.entry("interpreters", new Cloth("I", "green", Pattern.STRIPED)),
          Map.entry("event-loop", new Cloth("E", "plum", Pattern.SOLID)),
          Map.entry("gevent", new Cloth("G", "teal", Pattern.SOLID)),
          Map.entry("eventlet", new Cloth("L", "teal", Pattern.DOTTED)),
          Map.entry("asyncio", new Cloth("A", "plum", Pattern.DOTTED)),
          Map.entry("uvloop", new Cloth("U", "plum", Pattern.STRIPED)),
          Map.entry("trio", new Cloth("R", "ochre", Pattern.DOTTED)),
          Map.entry("curio", new Cloth("C", "ochre", Pattern.SOLID)),
          Map.entry("promises", new Cloth("J", "ochre", Pattern.STRIPED)),
          Map.entry("processes-spawn", new Cloth("N", "red", Pattern.DOTTED)),
          Map.entry("processes-forkserver", new Cloth("F", "red", Pattern.DOTTED)),
          Map.entry("asyncio-process-pool", new Cloth("A", "red", Pattern.DOTTED)),
          Map.entry("twisted", new Cloth("W", "green", Pattern.DOTTED)),
          Map.entry("tornado", new Cloth("O", "teal", Pattern.STRIPED)),
          Map.entry("event-loop-blocking", new Cloth("E", "grey", Pattern.DOTTED)),
          Map.entry("asyncio-blocking", new Cloth("A", "grey", Pattern.DOTTED)),
          Map.entry("promises-blocking", new Cloth("J", "grey", Pattern.DOTTED)));

  /** How the hue is laid on, so that colour is never the only sign. */
  public enum Pattern {
    /** One thread, process or loop. */
    SOLID,
    /** A pool. */
    STRIPED,
    /** A further kind of it. */
    DOTTED;

    /** The word in class names. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The class names of whatever is drawn in it. */
  public String classes() {
    return "hue-" + hue + " " + pattern.id();
  }

  /**
   * The cloth of a contender or a strategy. A variant without its own, as {@code threads-of-four},
   * wears what its strategy wears; a strategy nobody knows wears a neutral one.
   */
  public static Cloth of(String contender) {
    String strategy = strategy(contender);
    return known(strategy).orElseGet(() -> new Cloth(initial(strategy), NEUTRAL, Pattern.SOLID));
  }

  private static Optional<Cloth> known(String strategy) {
    return KNOWN.keySet().stream()
        .filter(known -> strategy.equals(known) || strategy.startsWith(known + "-"))
        .max(Comparator.comparingInt(String::length))
        .map(KNOWN::get);
  }

  private static String strategy(String contender) {
    String name = contender.substring(contender.lastIndexOf('/') + 1);
    int mark = name.indexOf('#');
    return mark < 0 ? name : name.substring(0, mark);
  }

  private static String initial(String strategy) {
    return strategy.isEmpty() ? "?" : strategy.substring(0, 1).toUpperCase(Locale.ROOT);
  }
}

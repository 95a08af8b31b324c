package racecard.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strategy on a runtime, written {@code jvm/virtual-threads}; a control is written {@code
 * jvm/sequential#2}.
 *
 * @param copy 1 for the contender itself, 2 to 9 for its controls
 */
public record ContenderName(String runtime, String strategy, int copy) {
  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9.-]{0,39})/([a-z][a-z0-9-]{0,39})(?:#([2-9]))?");

  /** Reads {@code runtime/strategy} or {@code runtime/strategy#2}; empty when it is neither. */
  public static Optional<ContenderName> find(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String copy = matcher.group(3);
    return Optional.of(
        new ContenderName(
            matcher.group(1), matcher.group(2), copy == null ? 1 : Integer.parseInt(copy)));
  }

  /** Reads a name that was checked before; throws IllegalArgumentException when it is not one. */
  public static ContenderName parse(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("not a contender's name: " + text));
  }

  /** Whether this measures a contender again as if it were another. */
  public boolean control() {
    return copy > 1;
  }

  /** The contender that a control measures again; itself when it is none. */
  public ContenderName original() {
    return new ContenderName(runtime, strategy, 1);
  }

  /** The contender of the same runtime that executes one task after another. */
  public ContenderName sequential() {
    return new ContenderName(runtime, Strategy.SEQUENTIAL, 1);
  }

  /** Whether it executes one task after another and nothing else. */
  public boolean isSequential() {
    return strategy.equals(Strategy.SEQUENTIAL);
  }

  @Override
  public String toString() {
    return runtime + "/" + strategy + (control() ? "#" + copy : "");
  }
}

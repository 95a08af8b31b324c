package racecard.sample;

import java.util.Locale;

/** Which part of a generation a round belongs to. */
public enum SampleKind {
  /** The first round of a contender's fresh child. */
  COLD,
  /** A round before the child was quiet. */
  WARM_UP,
  /** A round of a block in a complete generation: what estimates are made of. */
  MEASURED,
  /** A measured round whose generation is not complete; only read, never written. */
  PARTIAL;

  /** Reads what {@link #id} wrote; throws IllegalArgumentException for anything else. */
  public static SampleKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /** The word in rows and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package racecard.view.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The unit an axis is read in: the one that keeps its numbers short. */
enum Unit {
  NANOSECONDS("ns", 1),
  MICROSECONDS("µs", 1e3),
  MILLISECONDS("ms", 1e6),
  SECONDS("s", 1e9),
  MINUTES("min", 60e9);

  private static final double SECONDS_END = 180e9;

  private final String symbol;
  private final double ns;

  Unit(String symbol, double ns) {
    this.symbol = symbol;
    this.ns = ns;
  }

  /** The unit for times up to {@code maxNs}. */
  static Unit of(double maxNs) {
    if (maxNs > SECONDS_END) {
      return MINUTES;
    }
    Unit unit = NANOSECONDS;
    for (Unit larger : new Unit[] {MICROSECONDS, MILLISECONDS, SECONDS}) {
      unit = maxNs >= larger.ns ? larger : unit;
    }
    return unit;
  }

  /** How many nanoseconds it has. */
  double ns() {
    return ns;
  }

  /** {@code nanoseconds} in it, to three digits or to the whole number. */
  String about(double nanoseconds) {
    BigDecimal exact = new BigDecimal(nanoseconds / ns);
    BigDecimal digits = exact.round(new MathContext(3));
    return (digits.scale() < 0 ? exact.setScale(0, RoundingMode.HALF_EVEN) : digits).toPlainString()
        + " "
        + symbol;
  }

  /** {@code number} of them, as people write it. */
  String text(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return plain.toPlainString() + " " + symbol;
  }
}

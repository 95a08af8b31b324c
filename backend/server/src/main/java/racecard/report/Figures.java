package racecard.report;

import java.util.Locale;

/** Numbers as a person reads them: at least three significant digits, always with their unit. */
public final class Figures {
  /** Stands where there is no number. */
  public static final String NONE = "–";

  private static final double NS_PER_S = 1e9;
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_US = 1e3;
  private static final long S_PER_MIN = 60;
  private static final long S_PER_H = 3_600;
  private static final double BYTES_PER_MB = 1e6;

  private Figures() {}

  /** A time, as {@code 1.043 s}, {@code 25.3 ms} or {@code 840 µs}. */
  public static String time(double ns) {
    if (ns >= NS_PER_S / 10) {
      return seconds(ns) + " s";
    }
    if (ns >= NS_PER_MS) {
      return digits(ns / NS_PER_MS) + " ms";
    }
    return ns >= NS_PER_US ? digits(ns / NS_PER_US) + " µs" : "%.0f ns".formatted(ns);
  }

  /** Seconds without their unit, as {@code 1.043}, for a column that names it. */
  public static String seconds(double ns) {
    double s = ns / NS_PER_S;
    int decimals = s >= 100 ? 1 : s >= 10 ? 2 : s >= 0.1 ? 3 : s >= 0.01 ? 4 : 5;
    return fixed(s, decimals);
  }

  /** A speed-up without its sign, as {@code 9.70} or {@code 0.083}. */
  public static String ratio(double ratio) {
    return Double.isInfinite(ratio) ? "∞" : digits(ratio);
  }

  /** An interval of speed-ups, as {@code 9.66–9.74}. */
  public static String interval(double low, double high) {
    return ratio(low) + "–" + ratio(high);
  }

  /** A size, as {@code 94 MB} or {@code 1,310 MB}. */
  public static String megabytes(double bytes) {
    double mb = bytes / BYTES_PER_MB;
    return mb >= 10
        ? "%s MB".formatted(String.format(Locale.ROOT, "%,.0f", mb))
        : digits(mb) + " MB";
  }

  /** A count, as {@code 4,000}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A share of 1 in percent, as {@code 12 %}. */
  public static String percent(double share) {
    double percent = share * 100;
    return (percent >= 10 || percent == 0 ? fixed(percent, 0) : fixed(percent, 1)) + " %";
  }

  /** A span of waiting, as {@code 40 s}, {@code 1 min 10 s} or {@code 2 h 5 min}; coarse. */
  public static String span(long seconds) {
    if (seconds < S_PER_MIN) {
      return Math.max(1, seconds) + " s";
    }
    if (seconds < S_PER_H) {
      long tens = seconds % S_PER_MIN / 10 * 10;
      return seconds / S_PER_MIN + " min" + (tens == 0 ? "" : " " + tens + " s");
    }
    long minutes = seconds % S_PER_H / S_PER_MIN;
    return seconds / S_PER_H + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }

  /** Three significant digits, at least; no decimals from 100 on. */
  public static String digits(double number) {
    double size = Math.abs(number);
    if (size >= 99.95) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    return fixed(number, size >= 9.995 ? 1 : size >= 0.0995 ? 2 : size >= 0.00995 ? 3 : 4);
  }

  private static String fixed(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}

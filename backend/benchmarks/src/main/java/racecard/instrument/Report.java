package racecard.instrument;

import java.util.Arrays;
import java.util.Locale;

/** Prints figures with what they are held against. */
public final class Report {
  private Report() {}

  /** What the figures were measured on. */
  public static String machine() {
    return "JDK %s, %d cores, %s %s"
        .formatted(
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  public static void heading(String text) {
    System.out.printf("%n## %s%n", text);
  }

  /** One figure and what it should reach. */
  public static void line(String what, String figure, String reach) {
    System.out.printf(Locale.ROOT, "  %-62s %-28s reach %s%n", what, figure, reach);
  }

  public static void note(String text) {
    System.out.println("  " + text);
  }

  public static String ms(long ns) {
    return String.format(Locale.ROOT, "%.2f ms", ns / 1e6);
  }

  /** The value that {@code share} of {@code values} do not exceed. */
  public static long percentile(long[] values, double share) {
    long[] ascending = values.clone();
    Arrays.sort(ascending);
    return ascending[(int) Math.min(ascending.length - 1, Math.ceil(share * ascending.length) - 1)];
  }

  public static double median(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    int half = ascending.length / 2;
    return ascending.length % 2 == 1
        ? ascending[half]
        : (ascending[half - 1] + ascending[half]) / 2;
  }
}

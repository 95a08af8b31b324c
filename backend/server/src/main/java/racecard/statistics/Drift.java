package racecard.statistics;

import java.util.Arrays;

/** Whether times move in the course of a measurement. */
public final class Drift {
  private Drift() {}

  /** The last third's median over the first third's, minus 1; 0 for fewer than six times. */
  public static double share(double[] inOrder) {
    int third = inOrder.length / 3;
    if (third < 2) {
      return 0;
    }
    double first = Spread.median(Arrays.copyOfRange(inOrder, 0, third));
    double last =
        Spread.median(Arrays.copyOfRange(inOrder, inOrder.length - third, inOrder.length));
    return last / first - 1;
  }
}

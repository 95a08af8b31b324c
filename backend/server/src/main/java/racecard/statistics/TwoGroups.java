package racecard.statistics;

import java.util.Arrays;

/**
 * The split of values into two groups that leaves the least spread within them.
 *
 * <p>Fisher, "On grouping for maximum homogeneity", J. Am. Stat. Assoc. 53 (1958).
 *
 * @param apart how far the groups' means lie apart
 */
record TwoGroups(double apart) {

  /** The split of at least two values. */
  static TwoGroups of(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    int n = ascending.length;
    double all = Arrays.stream(ascending).sum();
    double below = 0;
    double most = -1;
    TwoGroups best = new TwoGroups(0);
    for (int lower = 1; lower < n; lower++) {
      below += ascending[lower - 1];
      double apart = (all - below) / (n - lower) - below / lower;
      // The spread between the groups: what is most between them is least within.
      double between = apart * apart * lower * (n - lower);
      if (between > most) {
        most = between;
        best = new TwoGroups(apart);
      }
    }
    return best;
  }
}

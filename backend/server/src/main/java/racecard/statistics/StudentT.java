package racecard.statistics;

/** Quantiles of Student's t distribution. */
final class StudentT {
  // t(.975) for 1 to 30 degrees of freedom; source: NIST/SEMATECH e-Handbook of Statistical
  // Methods, 1.3.6.7.2.
  private static final double[] T_975 = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double Z_975 = 1.959963984540054;

  private StudentT() {}

  /** The .975 quantile; beyond 30 degrees by Cornish and Fisher's expansion in 1/degrees. */
  static double quantile975(int degrees) {
    if (degrees < 1) {
      throw new IllegalArgumentException("degrees of freedom must be at least 1: " + degrees);
    }
    if (degrees <= T_975.length) {
      return T_975[degrees - 1];
    }
    double cubed = Z_975 * Z_975 * Z_975;
    return Z_975
        + (cubed + Z_975) / (4.0 * degrees)
        + (5 * cubed * Z_975 * Z_975 + 16 * cubed + 3 * Z_975) / (96.0 * degrees * degrees);
  }
}

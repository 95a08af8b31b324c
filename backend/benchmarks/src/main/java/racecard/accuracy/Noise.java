package racecard.accuracy;

import java.util.Random;

/**
 * How a simulated host disturbs; standard deviations and sizes are of the logarithm of a round's
 * time.
 */
enum Noise {
  /** A machine that does nothing else. */
  QUIET(0.01, 0, 0, 0.005, 0),
  /** A shared virtual machine. */
  CLOUD(0.03, 0.10, 0.15, 0.01, 0.01),
  /** A machine with busy neighbours, where processes of one program differ by 2 %. */
  AWFUL(0.08, 0.10, 0.30, 0.02, 0.01);

  private final double round;
  private final double spikeChance;
  private final double spike;
  private final double process;
  private final double drift;

  Noise(double round, double spikeChance, double spike, double process, double drift) {
    this.round = round;
    this.spikeChance = spikeChance;
    this.spike = spike;
    this.process = process;
    this.drift = drift;
  }

  /** What one round is longer by: scatter, and now and then an exponential spike. */
  double round(Random random) {
    double spiked =
        random.nextDouble() < spikeChance ? -Math.log(1 - random.nextDouble()) * spike : 0;
    return random.nextGaussian() * round + spiked;
  }

  /** What a whole process is longer by, as long as it lives. */
  double process(Random random) {
    return random.nextGaussian() * process;
  }

  /** How far the host moves from one round to the next: a random walk. */
  double drift(Random random) {
    return random.nextGaussian() * drift;
  }
}

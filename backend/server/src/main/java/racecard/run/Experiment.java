package racecard.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Plan;

/** What two plans must share to be the same experiment, or to take equally long. */
final class Experiment {
  private static final int BYTES = 16;

  private Experiment() {}

  /** Equal for the same work, tasks, in flight, levels and contenders, in whatever order. */
  static String of(Plan plan, Levels levels) {
    return hash(work(plan) + (levels.none() ? "" : "|" + levels.request()));
  }

  /** Equal for the same experiment to the same precision within the same budget. */
  static String durationKey(Plan plan, int addGenerations) {
    return hash(
        work(plan)
            + "|%s|%d|%d".formatted(plan.precision().id(), plan.budgetS(), addGenerations)
            + (plan.profiles() ? "|profile" : ""));
  }

  private static String work(Plan plan) {
    return "%s|%s|%s|%d|%d|%s"
        .formatted(
            plan.workload().id(),
            new TreeMap<>(plan.parameters().numbers()),
            plan.parameters().urls(),
            plan.tasks(),
            plan.inFlight(),
            plan.measured().stream().map(ContenderName::toString).sorted().toList());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

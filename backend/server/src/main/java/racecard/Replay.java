package racecard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import racecard.catalog.Workload;
import racecard.exchange.BadFile;
import racecard.exchange.Difference;
import racecard.exchange.Document;
import racecard.exchange.RunFile;
import racecard.exchange.RunFileReader;
import racecard.queue.PastJob;
import racecard.report.Reports;
import racecard.sample.Measured;
import racecard.sample.Outcome;
import racecard.statistics.Assessment;
import racecard.worker.Recount;

/** The command that recomputes the verdict in an exported run from the rounds beside it. */
final class Replay {
  private static final int DIFFERS = 1;

  private Replay() {}

  /** 0 when every verdict is byte for byte the stored one, 1 when one differs. */
  static int run(String name) {
    RunFile file = read(name);
    if (file.plan().workload() == Workload.FOREIGN) {
      throw new UsageError(name + " was measured by another tool: it has no verdict to recompute");
    }
    if (file.measured().outcomes().isEmpty()) {
      throw new UsageError(name + " has no verdict: its run ended before there was one");
    }
    System.out.printf(
        "Run %s, measured by Racecard %s: %d rounds in %d generations, seed %d%n",
        file.id(),
        file.racecard(),
        file.measured().samples().size(),
        file.measured().generations().size(),
        file.plan().seed());
    int code = 0;
    for (Measured.CellOutcome kept : file.measured().outcomes()) {
      code = Math.max(code, replay(name, file, kept));
    }
    return code;
  }

  private static int replay(String name, RunFile file, Measured.CellOutcome kept) {
    Assessment again = recount(name, file, kept);
    String cell = file.measured().outcomes().size() == 1 ? "" : " of cell " + kept.outcome().cell();
    System.out.printf("Recomputed%s: %s%n", cell, Reports.answer(file.plan(), again));
    Optional<String> difference =
        Difference.first(
            kept.outcome().summaryJson(), Outcome.of(kept.outcome().cell(), again).summaryJson());
    System.out.println(
        difference
            .map("It differs from the stored verdict first at "::concat)
            .orElse("It is byte for byte the stored verdict."));
    return difference.isEmpty() ? 0 : DIFFERS;
  }

  // A file may say what no run comes to, and the worker's rules are not written for that.
  private static Assessment recount(String name, RunFile file, Measured.CellOutcome kept) {
    try {
      PastJob job =
          file.jobs().stream().filter(one -> one.id().equals(kept.job())).findFirst().orElseThrow();
      return Recount.of(job, file.measured(), kept);
    } catch (RuntimeException impossible) {
      throw new UsageError(
          "%s does not hold together: the verdict of its cell %d cannot be recomputed: %s"
              .formatted(name, kept.outcome().cell(), impossible));
    }
  }

  private static RunFile read(String name) {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      return RunFileReader.read(in.readNBytes(Document.LIMIT_BYTES + 1));
    } catch (BadFile wrong) {
      throw new UsageError("%s: %s %s".formatted(name, wrong.place(), wrong.reason()));
    } catch (IOException | InvalidPathException unreadable) {
      throw new UsageError("%s cannot be read: %s".formatted(name, unreadable));
    }
  }
}

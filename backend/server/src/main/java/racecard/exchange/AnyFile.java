package racecard.exchange;

import java.time.Instant;

/** Tells by its first members what a file is, and reads it. */
final class AnyFile {
  private AnyFile() {}

  /** The run in {@code file}, which is read {@code at} that time. */
  static RunFile read(byte[] file, Instant at) {
    Spot root = Document.read(file);
    if (root.node().has("format")) {
      return RunFileReader.read(root);
    }
    return ForeignRun.of(foreign(root), root, at);
  }

  private static Foreign foreign(Spot root) {
    if (root.node().isArray()) {
      return JmhReader.read(root);
    }
    if (root.node().has("benchmarks")) {
      return PyperfReader.read(root);
    }
    if (root.node().has("results")) {
      return HyperfineReader.read(root);
    }
    throw root.wrong(
        "is none of the files that can be imported: a run's export, or JSON of JMH, pyperf or"
            + " hyperfine");
  }
}

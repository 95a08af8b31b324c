package racecard.exchange;

/** Tells by its first members what a file is. */
final class AnyFile {
  private AnyFile() {}

  static RunFile read(byte[] file) {
    Spot root = Document.read(file);
    if (root.node().has("format")) {
      return RunFileReader.read(root);
    }
    throw root.wrong(
        "is none of the files that can be imported: a run's export, or JSON of JMH, pyperf or hyperfine");
  }
}

package racecard.view;

/**
 * A contender as pages name it, beside its cloth.
 *
 * @param name the whole name, as {@code jvm/thread-pool} or {@code jvm/sequential#2}
 * @param label what is shown: the strategy where all contenders share a runtime, else the name
 */
public record Contender(String name, String label) {

  /** The runtime in the label with its slash; empty where it is not shown. */
  public String runtime() {
    return label.substring(0, label.lastIndexOf('/') + 1);
  }

  /** The runtime in the label, to put rows under; empty where all share one. */
  public String group() {
    return label.substring(0, Math.max(0, label.lastIndexOf('/')));
  }

  /** The rest of the label. */
  public String strategy() {
    return label.substring(label.lastIndexOf('/') + 1);
  }

  /** The same where its runtime stands in a heading above. */
  public Contender alone() {
    return new Contender(name, strategy());
  }

  /** What it wears wherever it is named. */
  public Cloth cloth() {
    return Cloth.of(name);
  }
}

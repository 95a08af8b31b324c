package racecard.view;

/**
 * A contender as pages name it, beside its cloth.
 *
 * @param name the whole name, as {@code jvm/thread-pool} or {@code jvm/sequential#2}
 * @param label what is shown: the strategy where all contenders share a runtime, else the name
 * @param group the runtime under which it stands; empty where all contenders stand together
 */
public record Contender(String name, String label, String group) {

  /** One that stands together with all others. */
  public Contender(String name, String label) {
    this(name, label, "");
  }

  /** The runtime in the label with its slash; empty where it is not shown. */
  public String runtime() {
    return label.substring(0, label.lastIndexOf('/') + 1);
  }

  /** The rest of the label. */
  public String strategy() {
    return label.substring(label.lastIndexOf('/') + 1);
  }

  /** The same below the heading of its group, which need not be said again. */
  public Contender below() {
    return group.isEmpty() ? this : new Contender(name, strategy(), group);
  }

  /** What it wears wherever it is named. */
  public Cloth cloth() {
    return Cloth.of(name);
  }
}

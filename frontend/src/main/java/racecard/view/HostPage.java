package racecard.view;

import java.util.List;

/** One machine with all that is known of it. */
public record HostPage(
    Frame frame,
    String name,
    boolean online,
    String status,
    List<Facts> facts,
    List<FoundRuntime> runtimes) {

  /** Facts that belong together. */
  public record Facts(String title, List<Fact> facts) {}

  /** A runtime found there, with the contenders it can and cannot run. */
  public record FoundRuntime(
      String name, String version, String path, List<Contender> ready, List<Missing> missing) {}

  /** A contender that cannot run there: why, and what would change it. */
  public record Missing(Contender contender, String reason, String remedy) {}
}

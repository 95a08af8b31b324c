package racecard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One machine with all that is known of it.
 *
 * @param look makes its worker look for runtimes anew; null where this server cannot bid it
 * @param looking when they are, behind "Runtimes"; blank where nobody does
 */
public record HostPage(
    Frame frame,
    String name,
    boolean online,
    String status,
    @Nullable PostForm look,
    String looking,
    List<Facts> facts,
    List<FoundRuntime> runtimes) {

  /** Facts that belong together. */
  public record Facts(String title, List<Fact> facts) {}

  /**
   * A runtime found there, with the contenders it can and cannot run.
   *
   * @param id the first part of its contenders' names
   * @param version with what it is, as a person calls it
   * @param path where it lies; blank when that is not told
   * @param count as "14 of 18 contenders"
   * @param reason why none of its contenders can be measured; blank when some can
   * @param preferred whether a run without a choice of its own measures it
   */
  public record FoundRuntime(
      String id,
      String title,
      String version,
      String path,
      String count,
      String reason,
      boolean preferred,
      List<Fact> facts,
      List<Contender> ready,
      List<Lacking> lacking) {}

  /**
   * Contenders that cannot run there, by what would change it.
   *
   * @param remedy a command; blank where nothing changes it
   */
  public record Lacking(String remedy, List<Missing> missing) {}

  /** Contenders that cannot run there, and why. */
  public record Missing(List<Contender> contenders, String reason) {}
}

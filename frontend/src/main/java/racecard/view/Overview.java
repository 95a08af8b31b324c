package racecard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param now the run being measured; null when none is
 * @param then what comes next, as "Then: “mixed 40 %” (about 1 min 10 s), starts at about 14:05.";
 *     empty when nothing waits
 * @param trouble why nothing is measured though runs wait (no worker, paused); empty when all is
 *     well
 * @param answers the latest results, newest first; empty before the first run
 */
public record Overview(
    Frame frame,
    List<Preset> presets,
    @Nullable MeasuringNow now,
    String then,
    String trouble,
    List<RunLine> answers,
    HostCard host) {

  /**
   * What can be started with one press.
   *
   * @param text what it does
   * @param starts the runs that it may be, mostly one
   */
  public record Preset(String title, String text, List<Start> starts) {}

  /**
   * One run of a preset.
   *
   * @param name what tells it from the others; empty when it is the only one
   * @param duration as "About 50 s"
   * @param run posts the form's fields to {@code /runs}
   * @param changeHref the same, in the form, not started
   */
  public record Start(String name, String duration, PostForm run, String changeHref) {}

  /**
   * This machine in short.
   *
   * @param facts at most six of them
   */
  public record HostCard(String name, String href, List<Fact> facts) {}
}

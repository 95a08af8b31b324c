package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.Moment;
import racecard.view.State;

/**
 * The head of a run page.
 *
 * @param label what the person called it; empty when not
 * @param work as "power · 7777 ** 200000"
 * @param duration as "done in 48 s"; empty before
 * @param leader whose cloth stands beside the sentence; null when nobody leads
 * @param winner the start of the sentence that is set in the accent colour; empty when nobody leads
 * @param sentence the rest of it, or all of it
 * @param conditions the quiet line below: interval, work, host, runtime, how many rounds
 * @param grade null without a verdict
 * @param warnings at most a few, strongest first
 * @param provisional whether it was said before measuring ended
 * @param imported where it was measured and how it came here; empty when it was measured here
 */
public record Answer(
    String id,
    String label,
    String work,
    Moment when,
    State state,
    String duration,
    @Nullable Contender leader,
    String winner,
    String sentence,
    String conditions,
    @Nullable Grade grade,
    List<Warning> warnings,
    boolean provisional,
    String imported,
    List<String> tags,
    String note) {

  /** Whether there is nothing to say yet. */
  public boolean silent() {
    return winner.isBlank() && sentence.isBlank();
  }

  /** The whole sentence. */
  public String text() {
    return winner + gap() + sentence;
  }

  /** Whether it takes more than a few lines. */
  public boolean lengthy() {
    return winner.length() + sentence.length() > 160;
  }

  /** What stands between the winner and the rest: nothing before a comma or a colon. */
  public String gap() {
    boolean word = !sentence.isEmpty() && Character.isLetterOrDigit(sentence.charAt(0));
    return !winner.isEmpty() && word ? " " : "";
  }

  /** The trust a result deserves: A, B or C with its reason in a few words. */
  public record Grade(String letter, String reason) {}

  /**
   * Something a person should know and can act on.
   *
   * @param severe whether only large differences can still be trusted
   * @param evidence the figures behind it; empty when there are none
   */
  public record Warning(String title, String message, String evidence, boolean severe) {}
}

package racecard.report;

import org.jspecify.annotations.Nullable;

/**
 * What a run came to, in one sentence.
 *
 * @param leader the contender that leads; null when none does
 * @param winner the start of the sentence that names it; empty when nobody won
 * @param rest the rest of the sentence, or all of it
 * @param brief the same for a list, as {@code Virtual threads 9.70× — tied with event-loop}; empty
 *     before there is a result
 * @param provisional whether measuring had not ended when it was said
 */
public record Answer(
    @Nullable String leader, String winner, String rest, String brief, boolean provisional) {

  /** The whole sentence as plain text. */
  public String text() {
    return winner.isEmpty() ? rest : winner + " " + rest;
  }

  /** The same said of one runtime among several. */
  Answer on(String runtime) {
    String where = "On " + runtime + ", ";
    boolean won = !winner.isEmpty();
    return new Answer(
        leader,
        won ? where + within(winner) : "",
        won ? rest : where + within(rest),
        runtime + ": " + within(brief),
        provisional);
  }

  /** This one, then what {@code next} says. */
  Answer then(Answer next) {
    return new Answer(
        leader == null ? next.leader : leader,
        winner,
        rest + " " + next.text(),
        brief + " · " + next.brief,
        provisional || next.provisional);
  }

  private static String within(String sentence) {
    return sentence.isEmpty()
        ? ""
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** A sentence about a run in which nobody leads. */
  static Answer of(String sentence, String brief) {
    return new Answer(null, "", sentence, brief, false);
  }
}

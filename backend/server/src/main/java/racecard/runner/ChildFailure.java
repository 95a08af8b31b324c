package racecard.runner;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a child did wrong, as precisely as it can be known from outside. */
public sealed interface ChildFailure {
  /** What happened, where and why, in sentences for a person. */
  String sentence();

  /** It could not be started. */
  record Missing(String child, String why) implements ChildFailure {
    @Override
    public String sentence() {
      return "%s could not be started: %s.".formatted(child, why);
    }
  }

  /**
   * It ended by itself.
   *
   * @param signal the name of the signal that ended it; null when it exited
   * @param lastWords the last lines of its standard error
   */
  record Crashed(
      String child, int status, @Nullable String signal, String cause, List<String> lastWords)
      implements ChildFailure {
    @Override
    public String sentence() {
      String how = signal == null ? "with exit status " + status : "by " + signal;
      return "%s ended %s.%s%s".formatted(child, how, spaced(cause), quoted(lastWords));
    }
  }

  /**
   * It did not do in time what it was asked for.
   *
   * @param due what was waited for
   */
  record TimedOut(String child, String due, Duration limit, List<String> lastWords)
      implements ChildFailure {
    @Override
    public String sentence() {
      return "%s did not %s within %.1f s.%s"
          .formatted(child, due, limit.toMillis() / 1e3, quoted(lastWords));
    }
  }

  /**
   * It said something that the protocol does not allow.
   *
   * @param line the line that it said, shortened; null when it is not about one
   */
  record Broken(String child, String why, @Nullable String line, List<String> lastWords)
      implements ChildFailure {
    @Override
    public String sentence() {
      String shown = line == null ? "" : " The line: `%s`.".formatted(line);
      return "%s %s.%s%s".formatted(child, why, shown, quoted(lastWords));
    }
  }

  private static String spaced(String sentence) {
    return sentence.isEmpty() ? "" : " " + sentence;
  }

  private static String quoted(List<String> lastWords) {
    return lastWords.isEmpty() ? "" : " It last wrote: " + String.join(" | ", lastWords);
  }
}

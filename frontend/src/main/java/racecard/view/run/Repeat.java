package racecard.view.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to repeat a run.
 *
 * @param formHref the form filled with it; null where it cannot be opened
 */
public record Repeat(@Nullable String formHref, List<Snippet> snippets) {

  /** Something to copy. */
  public record Snippet(String id, String title, String text) {}
}

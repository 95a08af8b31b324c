package racecard.view;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a file with a run that was measured elsewhere.
 *
 * @param error the place in the file that was sent and what is wrong there; null at first
 */
public record ImportPage(Frame frame, @Nullable String error) {
  /** The name of the field with the file. */
  public static final String FIELD = "file";
}

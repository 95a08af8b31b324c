package racecard.view.form;

import org.jspecify.annotations.Nullable;

/**
 * A field for text.
 *
 * @param lines 1 for a single line
 * @param error what it must be; null when it is right
 */
public record TextField(
    String name,
    String label,
    String value,
    int maxLength,
    int lines,
    String hint,
    @Nullable String error) {

  /** The control's id. */
  public String id() {
    return FieldId.of(name);
  }
}

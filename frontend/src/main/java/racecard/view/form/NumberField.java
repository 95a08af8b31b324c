package racecard.view.form;

import org.jspecify.annotations.Nullable;

/**
 * A field for a whole number.
 *
 * @param name as posted; the id of the control is made from it
 * @param unit empty for a bare number
 * @param value as the person typed it
 * @param min sent to the browser as a hint; the server decides
 * @param error what it must be; null when it is right
 */
public record NumberField(
    String name,
    String label,
    String unit,
    String value,
    long min,
    long max,
    String hint,
    @Nullable String error) {

  /** The control's id. */
  public String id() {
    return FieldId.of(name);
  }
}

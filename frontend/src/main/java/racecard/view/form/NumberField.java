package racecard.view.form;

import java.util.Locale;
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

  /** What may be typed, as "1 to 5,000,000". */
  public String range() {
    return String.format(Locale.ROOT, "%,d to %,d", min, max);
  }

  /** How many characters the control shows. */
  public int size() {
    return Math.clamp(Math.max(Long.toString(max).length(), value.length()), 4, 12);
  }

  /** The control's id. */
  public String id() {
    return FieldId.of(name);
  }
}

package racecard.view.form;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.view.Link;

/**
 * A field with what is wrong with it.
 *
 * @param error null when it is right
 */
record Wrong(String label, String id, @Nullable String error) {

  Wrong(NumberField field) {
    this(field.label(), field.id(), field.error());
  }

  Wrong(TextField field) {
    this(field.label(), field.id(), field.error());
  }

  /** Leads to the field; none when it is right. */
  Stream<Link> link() {
    return Stream.ofNullable(error).map(text -> new Link(label + " " + text, "#" + id));
  }
}

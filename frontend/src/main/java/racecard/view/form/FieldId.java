package racecard.view.form;

/** Turns the name of a field into the id of its control. */
final class FieldId {
  private FieldId() {}

  static String of(String name) {
    return "field-" + name.replaceAll("[^A-Za-z0-9_]+", "-");
  }
}

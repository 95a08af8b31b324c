package racecard.view.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import racecard.view.Link;

final class NewRunTest {
  @Test
  void a_number_says_what_may_be_typed_and_how_wide_it_is() {
    NumberField field =
        new NumberField("power.exponent", "exponent", "", "", 1, 5_000_000, "", null);
    assertThat(field.range()).isEqualTo("1 to 5,000,000");
    assertThat(field.size()).isEqualTo(7);
    assertThat(field.id()).isEqualTo("field-power-exponent");
  }

  @Test
  void a_wrong_field_is_named_and_leads_to_its_control() {
    NumberField field =
        new NumberField("tasks", "tasks", "", "0", 1, 10_000, "", "must be 1 to 10,000");
    assertThat(new Wrong(field).link())
        .containsExactly(new Link("tasks must be 1 to 10,000", "#field-tasks"));
  }

  @Test
  void a_right_field_is_not_named() {
    assertThat(new Wrong(new TextField("label", "label", "", 200, 1, "", null)).link()).isEmpty();
  }
}

package racecard.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {
  @Test
  void what_is_written_is_read_back() {
    String text = "a \"quoted\" \\ line\nend ü";

    FlatJson read = FlatJson.read(FlatJson.write("x", Map.of("text", text, "number", -5L)));

    assertThat(read.text("type")).isEqualTo("x");
    assertThat(read.text("text")).isEqualTo(text);
    assertThat(read.number("number", -9, 9)).isEqualTo(-5);
  }

  @Test
  void space_and_escapes_are_allowed() {
    FlatJson read = FlatJson.read(" { \"a\" : \"\\u0041\\/\" , \"b\": 7 } ");

    assertThat(read.text("a")).isEqualTo("A/");
    assertThat(read.number("b", 0, 9)).isEqualTo(7);
    assertThat(FlatJson.read("{}")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":[1]}",
        "{\"a\":{}}",
        "{\"a\":1.5}",
        "{\"a\":true}",
        "{a:1}",
        "[1]",
        "{\"a\":1}}",
        "{\"a\":\"x}",
        "{\"a\":9999999999999999999}"
      })
  void anything_else_is_refused(String line) {
    assertThatThrownBy(() -> FlatJson.read(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_wrong_field_is_named_with_what_it_must_be() {
    FlatJson json = FlatJson.read("{\"a\":\"x\",\"b\":7}");

    assertThatThrownBy(() -> json.number("a", 0, 9)).hasMessageContaining("`a` must be a whole");
    assertThatThrownBy(() -> json.number("b", 0, 6)).hasMessageContaining("from 0 to 6");
    assertThatThrownBy(() -> json.text("b")).hasMessageContaining("`b` must be a text");
    assertThatThrownBy(() -> json.text("c")).hasMessageContaining("`c`");
  }
}

package racecard.jvm.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  @Test
  void what_is_written_is_read_back() {
    Message message =
        Message.of("x")
            .with("text", "a \"quoted\" \\ line\nend \u0001 ünï 🏁")
            .with("number", Long.MIN_VALUE)
            .with("real", 1.5)
            .with("yes", true)
            .with("nothing", null)
            .with("numbers", new long[] {1, -2})
            .with("nested", Map.of("list", List.of("a", 1L)));

    Message read = Message.read(message.json());

    assertThat(read.fields().keySet()).isEqualTo(message.fields().keySet());
    assertThat(read.text("text")).isEqualTo(message.text("text"));
    assertThat(read.number("number", Long.MIN_VALUE, 0)).isEqualTo(Long.MIN_VALUE);
    assertThat(read.fields().get("real")).isEqualTo(1.5);
    assertThat(read.flag("yes")).isTrue();
    assertThat(read.has("nothing")).isFalse();
    assertThat(read.numbers("numbers")).containsExactly(1L, -2L);
    assertThat(read.message("nested").fields()).containsEntry("list", Arrays.asList("a", 1L));
  }

  @Test
  void json_is_read_with_all_its_freedoms() {
    Message read =
        Message.read(
            " { \"a\" : [ ] , \"b\":{}, \"c\" : \"\\u0041\\/\\n\\\"\" , \"d\":[1 , -2e3, 0.5,null]}\r");

    assertThat(read.fields().get("a")).isEqualTo(List.of());
    assertThat(read.fields().get("b")).isEqualTo(Map.of());
    assertThat(read.text("c")).isEqualTo("A/\n\"");
    assertThat(read.fields().get("d")).isEqualTo(Arrays.asList(1L, -2000.0, 0.5, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "[1,]",
        "{a:1}",
        "{\"a\":1}x",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":--1}",
        "{\"a\":99999999999999999999}",
        "\"text\"",
        "17",
        "null",
        "[]"
      })
  void anything_else_is_a_bad_message(String line) {
    assertThatThrownBy(() -> Message.read(line)).isInstanceOf(BadMessage.class);
  }

  @Test
  void endless_nesting_is_a_bad_message_and_no_overflow() {
    assertThatThrownBy(() -> Message.read("[".repeat(60_000)))
        .isInstanceOf(BadMessage.class)
        .hasMessageContaining("deeper");
  }

  @Test
  void a_wrong_field_is_named_with_what_it_must_be() {
    Message message = Message.read("{\"a\":\"x\",\"b\":7,\"c\":[1,\"y\"],\"d\":1.5}");

    assertBad(() -> message.number("a", 0, 9), "`a` must be a whole number from 0 to 9");
    assertBad(() -> message.number("b", 0, 6), "`b` must be a whole number from 0 to 6");
    assertBad(() -> message.number("d", 0, 6), "`d` must be a whole number");
    assertBad(() -> message.text("b"), "`b` must be a text");
    assertBad(() -> message.flag("a"), "`a` must be true or false");
    assertBad(() -> message.texts("c"), "`c` must be a list of texts");
    assertBad(() -> message.numbers("c"), "`c` must be a list of whole numbers");
    assertBad(() -> message.texts("a"), "`a` must be a list");
    assertBad(() -> message.messages("c"), "each of `c` to be a JSON object");
    assertBad(() -> message.text("z"), "`z` is missing");
  }

  private static void assertBad(Runnable asked, String words) {
    assertThatThrownBy(asked::run).isInstanceOf(BadMessage.class).hasMessageContaining(words);
  }
}

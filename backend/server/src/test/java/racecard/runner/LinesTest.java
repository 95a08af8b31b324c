package racecard.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LinesTest {
  @Test
  void lines_come_without_their_ends() throws IOException {
    Lines lines = lines("one\n\nthrée\n");
    assertThat(lines.next()).isEqualTo("one");
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEqualTo("thrée");
    assertThat(lines.next()).isNull();
  }

  @Test
  void the_longest_line_of_the_protocol_is_read() throws IOException {
    String longest = "x".repeat(Lines.LONGEST - 1);
    Lines lines = lines("first\n" + longest + "\nlast\n");
    assertThat(lines.next()).isEqualTo("first");
    assertThat(lines.next()).isEqualTo(longest);
    assertThat(lines.next()).isEqualTo("last");
  }

  @Test
  void a_longer_line_is_refused_however_long_it_goes_on() {
    Lines lines = new Lines(endless());
    assertThatThrownBy(lines::next)
        .isInstanceOf(Lines.Malformed.class)
        .hasMessage("sent a line of more than 65,536 bytes");
  }

  @Test
  void an_end_in_the_middle_of_a_line_is_told() throws IOException {
    Lines lines = lines("whole\n{\"type\":\"hel");
    assertThat(lines.next()).isEqualTo("whole");
    assertThatThrownBy(lines::next)
        .isInstanceOf(Lines.Malformed.class)
        .hasMessage("ended in the middle of a line");
  }

  private static Lines lines(String text) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }
    };
  }
}

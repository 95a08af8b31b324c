package racecard.jvm.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  @Test
  void lines_come_one_by_one_and_the_end_is_told() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Questions questions = questions("first\nzweite ä\n\nhalf", ended);

    assertThat(questions.next()).isEqualTo("first");
    assertThat(questions.next()).isEqualTo("zweite ä");
    assertThat(questions.next()).isEmpty();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_longest_line_is_taken() throws InterruptedException {
    String longest = "x".repeat(Questions.MAX_LINE_BYTES - 1);

    assertThat(questions(longest + "\nnext\n", new CountDownLatch(1)).next()).isEqualTo(longest);
  }

  @Test
  void a_longer_line_is_refused_before_its_end() {
    Questions questions = questions("x".repeat(Questions.MAX_LINE_BYTES), new CountDownLatch(1));

    assertThatThrownBy(questions::next)
        .isInstanceOfSatisfying(
            BadMessage.class, bad -> assertThat(bad.kind()).isEqualTo("LINE_TOO_LONG"));
  }

  private static Questions questions(String text, CountDownLatch ended) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Questions.listen(new ByteArrayInputStream(bytes), ended::countDown);
  }
}

package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecard.jvm.line.Message;

class FailingTaskTest {
  private static TestOrigin origin;

  @BeforeAll
  static void startOrigin() throws IOException, InterruptedException {
    origin = TestOrigin.start();
  }

  @AfterAll
  static void endOrigin() {
    origin.close();
  }

  static List<String> strategies() {
    return Asked.STRATEGIES;
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_task_that_throws_is_counted_and_the_round_goes_on(String strategy) throws Exception {
    Message tooLarge = Asked.params().with("base", 7777L).with("exponent", 2_147_483_647L);
    Message rounded = rounded(Asked.power(strategy, 4, 2).with("params", tooLarge));

    assertThat(rounded.count("errors", 0, 100)).isEqualTo(4);
    assertThat(rounded.text("first_error")).contains("ArithmeticException");
    assertThat(rounded.text("checksum")).isEqualTo("0");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_reset_connection_fails_its_task(String strategy) throws Exception {
    assertThat(failing(strategy, "reset", 10_000)).contains("/u/");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void another_status_fails_its_task(String strategy) throws Exception {
    assertThat(failing(strategy, "status", 10_000)).contains("status 503");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_body_that_is_too_short_fails_its_task(String strategy) throws Exception {
    assertThat(failing(strategy, "truncate", 10_000)).contains("closed after");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void an_answer_that_never_comes_fails_its_task(String strategy) throws Exception {
    assertThat(failing(strategy, "stall", 300)).contains("no whole answer within 300 ms");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void the_round_after_a_failure_is_as_good_as_any(String strategy) throws Exception {
    origin.configure(Asked.NONCE, 1, 100);
    try (Prepared prepared = Prepared.prepare(Asked.fetch(strategy, 4, 2, 2, origin))) {
      String right = prepared.round(Asked.round(1)).text("checksum");
      origin.fail("reset", 3);
      assertThat(number(prepared.round(Asked.round(2)), "errors")).isPositive();
      origin.fail("none", 0);

      Message rounded = prepared.round(Asked.round(3));

      assertThat(number(rounded, "errors")).isZero();
      assertThat(rounded.text("checksum")).isEqualTo(right);
    }
  }

  /** Two of three downloads fail after the first; tells the first error. */
  private static String failing(String strategy, String fault, long limitMs) throws Exception {
    origin.configure(Asked.NONCE, 1, 100);
    origin.fail(fault, 1);
    Message prepare = Asked.fetch(strategy, 3, 1, 1, origin);
    prepare.message("params").with("limit_ms", limitMs);
    Message rounded = rounded(prepare);
    origin.fail("none", 0);
    assertThat(rounded.count("errors", 0, 100)).isEqualTo(2);
    return rounded.text("first_error");
  }

  private static Message rounded(Message prepare) throws InterruptedException {
    try (Prepared prepared = Prepared.prepare(prepare)) {
      return Message.read(prepared.round(Asked.round(1)).json());
    }
  }

  private static int number(Message message, String name) {
    return Message.read(message.json()).count(name, 0, Integer.MAX_VALUE);
  }
}

package racecard.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.host.Marker;
import racecard.host.Orphans;
import racecard.host.ProcessId;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileChildTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Marker MARKER = Marker.of("hostile-test");

  private final List<Child> started = new ArrayList<>();

  @AfterEach
  void nothing_is_left() {
    started.forEach(Child::close);
    assertThat(started).isNotEmpty().noneMatch(child -> child.id().isAlive());
  }

  @Test
  void a_silent_child_is_waited_for_only_so_long() throws ChildFailed {
    Child child = start("silent");
    ChildFailure failure = failureOf(() -> hello(child, SHORT));
    assertThat(failure).isInstanceOf(ChildFailure.TimedOut.class);
    assertThat(failure.sentence()).isEqualTo("The child did not say `hello` within 0.3 s.");
  }

  @Test
  void chatter_on_standard_output_is_quoted() throws ChildFailed {
    Child child = start("chatty");
    ChildFailure failure = failureOf(() -> hello(child, LONG));
    assertThat(failure).isInstanceOf(ChildFailure.Broken.class);
    assertThat(failure.sentence())
        .isEqualTo(
            "The child wrote to standard output, which is for messages only."
                + " The line: `Picked up my favourite option`.");
  }

  @Test
  void half_a_line_is_no_message() throws ChildFailed {
    Child child = start("half-a-line");
    assertThat(failureOf(() -> hello(child, SHORT))).isInstanceOf(ChildFailure.TimedOut.class);
    kill(child);
    ChildFailure failure = failureOf(() -> hello(child, LONG));
    assertThat(failure).isInstanceOf(ChildFailure.Broken.class);
    assertThat(failure.sentence()).contains("ended in the middle of a line", "{\"type\":\"hel");
  }

  @Test
  void an_endless_line_is_read_no_further_than_the_limit() throws ChildFailed {
    Child child = start("endless-line");
    ChildFailure failure = failureOf(() -> hello(child, LONG));
    assertThat(failure).isInstanceOf(ChildFailure.Broken.class);
    assertThat(failure.sentence()).contains("sent a line of more than 65,536 bytes", "xxx");
  }

  @Test
  void a_hung_child_is_given_up_and_ended() throws ChildFailed {
    Child child = greeted("hung");
    assertThat(failureOf(() -> ping(child, SHORT)).sentence())
        .isEqualTo("The child did not answer `ping` within 0.3 s.");
  }

  @Test
  void a_child_that_never_reads_is_given_up() throws ChildFailed {
    Child child = greeted("deaf");
    String longest = "x".repeat(60_000);
    ChildFailure failure =
        failureOf(() -> {
          for (int i = 0; i < 10; i++) {
            child.ask(Requests.plain("ping").put("text", longest), Answer.Pong.class, SHORT);
          }
        });
    assertThat(failure).isInstanceOf(ChildFailure.TimedOut.class);
  }

  @Test
  void a_second_answer_is_noticed_before_the_next_question() throws ChildFailed {
    Child child = greeted("stutters");
    ping(child, LONG);
    ChildFailure failure =
        failureOf(() -> {
          child.receive(Answer.Hello.class, "say nothing", LONG);
        });
    assertThat(failure).isInstanceOf(ChildFailure.Broken.class);
    assertThat(failure.sentence()).contains("another message", "pong");
  }

  @Test
  void another_answer_than_was_due_is_quoted() throws ChildFailed {
    Child child = greeted("answers-something-else");
    assertThat(failureOf(() -> ping(child, LONG)).sentence())
        .isEqualTo(
            "The child sent another message than the one that was due to answer `ping`."
                + " The line: `{\"type\":\"bye\"}`.");
  }

  @Test
  void a_child_that_says_that_it_failed_is_heard() throws ChildFailed {
    Child child = greeted("refuses");
    assertThat(failureOf(() -> ping(child, LONG)).sentence())
        .isEqualTo("The child did not answer `ping`: CRASHED: tired.");
  }

  @Test
  void an_exit_is_told_with_its_status_and_the_last_words() throws ChildFailed {
    Child child = greeted("exits");
    ChildFailure failure = failureOf(() -> ping(child, LONG));
    assertThat(failure).isInstanceOf(ChildFailure.Crashed.class);
    assertThat(failure.sentence())
        .isEqualTo("The child ended with exit status 3. It last wrote: what a pity");
  }

  @Test
  void an_end_for_want_of_memory_says_what_to_do() throws ChildFailed {
    Child child = greeted("out-of-memory");
    assertThat(failureOf(() -> ping(child, LONG)).sentence())
        .contains("It ran out of memory: ask for fewer tasks");
  }

  @Test
  void a_killed_child_is_told_by_its_signal() throws ChildFailed {
    Child child = greeted("hung");
    kill(child);
    ChildFailure failure = failureOf(() -> ping(child, LONG));
    assertThat(failure).isInstanceOf(ChildFailure.Crashed.class);
    assertThat(failure.sentence())
        .startsWith("The child ended by SIGKILL. Either the system was out of memory");
  }

  @Test
  void a_child_that_closes_its_output_and_goes_on_is_told_apart_from_one_that_ended()
      throws ChildFailed {
    Child child = greeted("closes-stdout");
    assertThat(failureOf(() -> ping(child, LONG)).sentence())
        .isEqualTo("The child closed its standard output and went on.");
  }

  @Test
  void a_child_that_will_not_end_is_made_to() throws ChildFailed {
    Child child = greeted("stubborn");
    long begin = System.nanoTime();
    child.close();
    assertThat(child.id().isAlive()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void what_a_child_started_and_left_behind_is_found_by_its_marker() throws ChildFailed {
    Marker own = Marker.of("fork-test");
    Child child = start("forks-away", own);
    hello(child, LONG);
    assertThat(failureOf(() -> ping(child, LONG))).isInstanceOf(ChildFailure.Crashed.class);
    List<ProcessId> found = Orphans.endMarked(own);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().isAlive()).isFalse();
  }

  @Test
  void a_program_that_is_not_there_is_said_to_be_missing() throws ChildFailed {
    start("silent");
    ChildFailure failure =
        failureOf(() -> Child.start("The runner", List.of("/nowhere/java"), MARKER).close());
    assertThat(failure).isInstanceOf(ChildFailure.Missing.class);
    assertThat(failure.sentence()).startsWith("The runner could not be started: ");
  }

  private Child start(String mode) throws ChildFailed {
    return start(mode, MARKER);
  }

  private Child start(String mode, Marker marker) throws ChildFailed {
    Child child = Child.start("The child", command(mode), marker);
    started.add(child);
    return child;
  }

  private Child greeted(String mode) throws ChildFailed {
    Child child = start(mode);
    hello(child, LONG);
    return child;
  }

  private static void hello(Child child, Duration limit) throws ChildFailed {
    child.receive(Answer.Hello.class, "say `hello`", limit);
  }

  private static void ping(Child child, Duration limit) throws ChildFailed {
    child.ask(Requests.plain("ping"), Answer.Pong.class, limit);
  }

  private static void kill(Child child) {
    ProcessHandle.of(child.id().pid()).orElseThrow().destroyForcibly();
  }

  private interface Asking {
    void ask() throws ChildFailed;
  }

  private static ChildFailure failureOf(Asking asking) {
    return catchThrowableOfType(ChildFailed.class, asking::ask).failure();
  }

  private static List<String> command(String mode) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "racecard.runner.HostileChild",
        mode);
  }
}

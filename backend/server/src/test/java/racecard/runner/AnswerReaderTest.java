package racecard.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerReaderTest {
  @Test
  void a_round_is_read_with_all_its_counters() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"type":"rounded","round":17,"started_ns":9876543210,"wall_ns":1100000000,"repeats":1,"checksum":"1234567890","errors":2,"first_error":"no answer","cpu_ns":2100000000,"memory_bytes":94371840,"threads":14,"threads_started":1,"virtual_threads":0,"processes":1,"processes_started":0,"gc_count":3,"gc_ns":4000000,"compile_ns":null,"classes_loaded":0,"voluntary_switches":40,"involuntary_switches":12}\
            """);
    assertThat(answer)
        .isEqualTo(
            new Rounded(
                17,
                9_876_543_210L,
                1_100_000_000L,
                1,
                "1234567890",
                2,
                "no answer",
                new RoundCounters(
                    2_100_000_000L,
                    94_371_840L,
                    14L,
                    1L,
                    0L,
                    1L,
                    0L,
                    3L,
                    4_000_000L,
                    null,
                    0L,
                    40L,
                    12L)));
  }

  @Test
  void a_profile_is_read_with_what_it_saw() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"type":"profiled","samples":512,"functions":[["a.B.c",401],["d",64]],"events":[{"kind":"gc_pause","count":3,"total_ns":41,"longest_ns":20,"example":null},{"kind":"pinned","count":0,"total_ns":0,"longest_ns":0,"example":"x"}],"allocated_bytes":7}\
            """);
    assertThat(answer)
        .isEqualTo(
            new Profiled(
                512,
                List.of(new Profiled.Function("a.B.c", 401), new Profiled.Function("d", 64)),
                List.of(
                    new Profiled.Event("gc_pause", 3, 41, 20, null),
                    new Profiled.Event("pinned", 0, 0, 0, "x")),
                7L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[7,1]] | [] | `functions`",
        "[[\"a\"]] | [] | `functions`",
        "[[\"a\",-1]] | [] | `functions`",
        "7 | [] | `functions`",
        "[] | [7] | `events`",
        "[] | [{\"kind\":\"pinned\",\"count\":-1}] | `count`",
      })
  void a_profile_that_is_none_is_no_answer(String functions, String events, String wrong) {
    String line =
        "{\"type\":\"profiled\",\"samples\":1,\"functions\":%s,\"events\":%s}"
            .formatted(functions, events);
    assertThatThrownBy(() -> AnswerReader.read(line)).hasMessageContaining(wrong.replace("`", ""));
  }

  @Test
  void unknown_fields_are_ignored_and_absent_counters_are_null() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"type":"rounded","round":1,"started_ns":1,"wall_ns":2,"repeats":1,"checksum":"0","errors":0,"moon":"full"}\
            """);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Rounded.class,
            rounded -> {
              assertThat(rounded.counters().cpuNs()).isNull();
              assertThat(rounded.firstError()).isNull();
            });
  }

  @Test
  void tasks_of_a_timeline_are_numbered_from_where_the_piece_begins() throws Exception {
    Answer answer =
        AnswerReader.read(
            """
            {"type":"timeline","round":2,"from":500,"total":502,"tasks":[[1,2,9,4,5],[1,-1,-1]]}\
            """);
    assertThat(answer)
        .isEqualTo(
            new Answer.TimelinePiece(
                2,
                500,
                502,
                List.of(
                    new TaskTimes(500, 1, 2, 9, List.of(4L, 5L)),
                    new TaskTimes(501, 1, -1, -1, List.of()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Hello, world | wrote to standard output, which is for messages only",
        "[1,2] | wrote to standard output, which is for messages only",
        "{\"type\":\"pong\" | wrote to standard output, which is for messages only",
        "{\"kind\":\"pong\"} | sent a message whose `type` is not a text",
        "{\"type\":\"dance\"} | sent a message of the unknown type `dance`",
        "{\"type\":\"calibrated\",\"steps\":\"many\"} | sent a message whose `steps` is not a whole number",
        "{\"type\":\"calibrated\",\"steps\":1e99} | sent a message whose `steps` is not a whole number",
        "{\"type\":\"ready\",\"setup_ns\":1,\"effective_in_flight\":-1} | sent a message whose `effective_in_flight` is not a count",
        "{\"type\":\"latency\",\"from\":0,\"total\":1,\"buckets\":[[1]]} | sent a message whose `buckets` is not an array of arrays of 2 numbers",
        "{\"type\":\"timeline\",\"round\":1,\"from\":0,\"total\":1,\"tasks\":7} | sent a message whose `tasks` is not an array",
      })
  void what_is_no_message_is_refused_with_the_reason(String line, String reason) {
    assertThatThrownBy(() -> AnswerReader.read(line))
        .isInstanceOf(AnswerReader.NotAnAnswer.class)
        .hasMessage(reason);
  }
}

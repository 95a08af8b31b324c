package racecard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.report.StoredRun;
import racecard.sample.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A file that is not what it should be is refused with the place, and nothing of it is kept. */
final class BadFileTest {
  private static final TestDatabase DATABASE = TestDatabase.h2();
  private static FileRoom room;
  private static String file;
  private static Map<String, Long> before;

  @BeforeAll
  static void open() {
    Rooms rooms = Rooms.real(DATABASE);
    room = new FileRoom(rooms, DATABASE);
    file =
        new String(
            room.bytes(
                StoredRun.of(
                        rooms,
                        StoredRun.plan(Workload.FETCH, null, "jvm/sequential", "jvm/threads"))
                    .begin()
                    .generations(3, Map.of("jvm/sequential", 1000.0, "jvm/threads", 100.0))
                    .profiled("jvm/threads", Findings.missing("it ended"))
                    .done()),
            StandardCharsets.UTF_8);
    before = DATABASE.rows();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void refused(String text, String place, String reason) {
    assertThatThrownBy(() -> room.add(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            BadFile.class,
            wrong -> {
              assertThat(wrong.place()).isEqualTo(place);
              assertThat(wrong.reason()).contains(reason);
            });
    assertThat(DATABASE.rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format_version\":1 | \"format_version\":2 | /format_version | it knows 1",
        "\"format\":\"racecard-run\" | \"format\":\"other\" | /format | must be racecard-run",
        "\"tasks\":10 | \"tasks\":0 | /run/plan/tasks | whole number, 1 to",
        "\"tasks\":10 | \"tasks\":10,\"further\":1 | /run/plan | members that this version does not know",
        "\"workload\":\"fetch\" | \"workload\":\"knit\" | /run/plan | not a plan that this version knows",
        "\"state\":\"done\" | \"state\":\"running\" | /jobs/0/state | only final runs are kept",
        "\"state\":\"done\" | \"state\":\"dOne?\" | /jobs/0/state | word that this version does not know",
        "\"seq\":3 | \"seq\":1 | /cells/0/generations/0/rounds/2/seq | larger than the one before",
        "\"wall_ns\":1000000000 | \"wall_ns\":-1 | /cells/0/generations/0/rounds/2/wall_ns | whole number",
        "\"wall_ns\":1000000000 | \"wall_ns\":null | /cells/0/generations/0/rounds/2 | must have wall_ns",
        "\"wall_ns\":1000000000 | \"wall_ns\":1e9 | /cells/0/generations/0/rounds/2/wall_ns | whole number",
        "\"kind\":\"cold\" | \"kind\":\"partial\" | /cells/0/generations/0/rounds/0/kind | must be measured in",
        "\"job\":1,\"fence\":1,\"started_at\" | \"job\":1,\"fence\":7,\"started_at\" | /cells/0/generations/0/fence | attempt of a job of this cell",
        "\"job\":1,\"fence\":1,\"started_at\" | \"job\":2,\"fence\":1,\"started_at\" | /cells/0/generations/0/job | whole number, 1 to 1",
        "\"grade\":\"A\",\"assessment\" | \"grade\":\"B\",\"assessment\" | /cells/0/outcome/grade | as the assessment says",
        "\"verdict\":\"FASTER\" | \"verdict\":\"BEST\" | /cells/0/outcome/assessment/comparison/placings/1/verdict | does not know",
        "\"contender\":\"jvm/threads\",\"kind\" | \"contender\":\"jvm/loom\",\"kind\" | /cells/0/generations/0/rounds/1/contender | contender of the plan",
        "\"job\":1,\"cell\":0 | \"job\":1,\"cell\":1 | /jobs/0/cell | whole number, 0 to 0",
        "\"cell\":0,\"generations\" | \"cell\":1,\"generations\" | /cells/0/cell | whole number, 0 to 0",
        "\"levels\":null | \"levels\":{\"in_flight\":[10]} | /run/levels/in_flight | at least 2 elements",
        "\"levels\":null | \"levels\":{\"in_flight\":[10,11]} | /run/levels/in_flight/1 | whole number, 11 to 10",
        "\"label\":\"\" | \"label\":\"a\\u202eb\" | /run/label | control characters",
        "\"functions\":[] | \"functions\":[{\"name\":7}] | /cells/0/profiles/0/findings/functions/0/name | must be text",
        "\"samples\":0 | \"samples\":-1 | /cells/0/profiles/0/findings/samples | whole number, 0 to",
        "\"contender\":\"jvm/threads\",\"job\" | \"contender\":\"jvm/loom\",\"job\" | /cells/0/profiles/0/contender | contender of the plan",
        "\"note\":\"\" | \"note\":\"\\u0000\" | /run/note | has a character that is none",
        "\"note\":\"\" | \"note\":\"\\ud800\" | /run/note | has a character that is none",
      })
  void a_wrong_member_is_named_by_its_pointer(
      String right, String wrong, String place, String reason) {
    assertThat(file).contains(right);
    refused(
        file.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)), place, reason);
  }

  @Test
  void more_rounds_of_a_contender_than_are_compared_are_refused_at_the_first() {
    JsonNode root = Document.JSON.readTree(file);
    ArrayNode rounds = (ArrayNode) root.at("/cells/0/generations/2/rounds");
    ObjectNode last = (ObjectNode) rounds.get(rounds.size() - 1);
    int before = 15; // three generations of five blocks
    int next = rounds.size() + MeasuredReader.COMPARED - before;
    int seq = last.path("seq").intValue();
    for (int i = 0; i <= MeasuredReader.COMPARED - before; i++) {
      rounds.add(last.deepCopy().put("seq", ++seq));
    }
    refused(
        root.toString(),
        "/cells/0/generations/2/rounds/" + next,
        "of jvm/threads this cell has 2,560 measured rounds before it");
  }

  @Test
  void a_job_that_measured_another_plan_than_its_cell_is_refused() {
    int second = file.indexOf("\"margin_percent\":", file.indexOf("\"jobs\""));
    assertThat(second).isPositive();
    refused(
        file.substring(0, second)
            + file.substring(second).replaceFirst("(\"margin_percent\":)\\d+", "$19"),
        "/jobs/0/plan",
        "must be the plan of its cell");
  }

  @Test
  void a_file_that_was_cut_off_is_named_by_line_and_column() {
    refused(file.substring(0, 1_000), "line 1, column 1001", "cannot be read");
  }

  @Test
  void an_empty_file_is_said_to_be_empty() {
    refused("", "file", "is empty");
  }

  @Test
  void deep_nesting_ends_at_its_limit() {
    refused("[".repeat(100_000), "line 1, column 34", "cannot be read: Document nesting depth");
  }

  @Test
  void a_member_that_stands_twice_is_refused() {
    refused("{\"format\":\"racecard-run\",\"format\":1}", "line 1, column 34", "Duplicate");
  }

  @Test
  void more_than_the_limit_is_not_read() {
    refused(" ".repeat(Document.LIMIT_BYTES + 1), "file", "larger than 16 MiB");
  }

  @Test
  void a_file_of_something_else_is_refused_with_what_can_be_imported() {
    refused("{\"hello\":1}", "/", "none of the files that can be imported");
    refused("\"hello\"", "/", "none of the files that can be imported");
    refused("[] {}", "line 1, column 4", "must be the end of the file");
    refused("[]", "/", "has 0 benchmarks");
  }
}

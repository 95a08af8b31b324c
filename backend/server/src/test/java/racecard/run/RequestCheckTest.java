package racecard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import racecard.catalog.Catalog;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Precision;

final class RequestCheckTest {
  private final RequestCheck check =
      new RequestCheck(Catalog.ofJvm(), UrlPolicy.none(), () -> 42, 2);

  private CheckedRequest.Accepted accepted(Map<String, ?> request) {
    return (CheckedRequest.Accepted) check.check(request);
  }

  private List<FieldError> errors(Map<String, ?> request) {
    return ((CheckedRequest.Refused) check.check(request)).errors();
  }

  @Test
  void only_the_workload_is_required() {
    Plan plan = accepted(Map.of("workload", "power")).plan();
    assertThat(plan.parameters().number("exponent")).isEqualTo(200_000);
    assertThat(plan.tasks()).isEqualTo(10);
    assertThat(plan.inFlight()).isEqualTo(10);
    assertThat(plan.contenders()).hasSize(7);
    assertThat(plan.baseline()).isNull();
    assertThat(plan.precision()).isEqualTo(Precision.BALANCED);
    assertThat(plan.marginPercent()).isEqualTo(5);
    assertThat(plan.budgetS()).isEqualTo(120);
    assertThat(plan.seed()).isEqualTo(42);
  }

  @Test
  void all_wrong_fields_are_named_at_once() {
    assertThat(
            errors(
                Map.of(
                    "workload", "power",
                    "params", Map.of("exponent", 5_000_001, "depth", 1),
                    "tasks", "ten",
                    "contenders", List.of("jvm/threads", "jvm/fibers"),
                    "precision", "sloppy",
                    "margin_percent", 4,
                    "colour", "red")))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "params.exponent",
            "params.depth",
            "tasks",
            "contenders[1]",
            "precision",
            "margin_percent",
            "colour");
  }

  @Test
  void the_limits_are_said() {
    assertThat(errors(Map.of("workload", "power", "params", Map.of("exponent", 0))))
        .containsExactly(new FieldError("params.exponent", "must be 1 to 5,000,000"));
  }

  @ParameterizedTest
  @CsvSource({
    "tasks,0",
    "tasks,100001",
    "in_flight,11",
    "budget_s,9",
    "seed,-1",
    "seed,9007199254740992"
  })
  void numbers_outside_their_limits_are_refused(String field, long number) {
    assertThat(errors(Map.of("workload", "sleep", field, number)))
        .extracting(FieldError::field)
        .containsExactly(field);
  }

  @Test
  void wrong_types_are_refused_and_not_converted() {
    Map<String, Object> request = new HashMap<>();
    request.put("workload", "power");
    request.put("tasks", 1.5);
    request.put("params", List.of());
    request.put("label", 7);
    request.put("contenders", "jvm/threads");
    request.put("tags", List.of(1));
    assertThat(errors(request))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("tasks", "params", "label", "contenders", "tags");
  }

  @Test
  void an_unknown_workload_names_the_known_ones() {
    assertThat(errors(Map.of()))
        .containsExactly(
            new FieldError("workload", "must be one of power, fetch, hash, sleep, mixed"));
  }

  @Test
  void what_does_not_hang_on_the_workload_is_checked_without_one() {
    assertThat(
            errors(
                Map.of(
                    "workload",
                    "nap",
                    "params",
                    Map.of("exponent", 0),
                    "tasks",
                    0,
                    "in_flight",
                    50,
                    "tags",
                    List.of("a b"),
                    "colour",
                    "red")))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("workload", "tasks", "tags[0]", "colour");
  }

  @Test
  void a_control_needs_what_it_measures_again() {
    assertThat(
            errors(
                Map.of(
                    "workload", "sleep", "contenders", List.of("jvm/threads", "jvm/sequential#2"))))
        .containsExactly(
            new FieldError(
                "contenders",
                "must have jvm/sequential too, which jvm/sequential#2 measures again"));
    assertThat(
            accepted(
                    Map.of(
                        "workload", "sleep",
                        "contenders", List.of("jvm/threads", "jvm/sequential#2"),
                        "baseline", "jvm/sequential"))
                .plan()
                .contenders())
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u009bb",
        "\u202egnp.exe",
        "\u2066a",
        "half a pair \ud800",
        "two\nlines",
        "two\u2028lines"
      })
  void a_label_is_one_line_that_reads_as_it_stands(String label) {
    assertThat(errors(Map.of("workload", "sleep", "label", label)))
        .extracting(FieldError::field)
        .containsExactly("label");
  }

  @ParameterizedTest
  @ValueSource(strings = {"שלום", "😀 ok", "naïve"})
  void a_label_may_be_in_any_script(String label) {
    assertThat(accepted(Map.of("workload", "sleep", "label", label)).label()).isEqualTo(label);
  }

  @Test
  void too_many_urls_are_refused_before_one_is_looked_up() {
    UrlPolicy asks =
        UrlPolicy.publicAddresses(host -> {
          throw new AssertionError("looked up " + host);
        });
    CheckedRequest checked =
        new RequestCheck(Catalog.ofJvm(), asks, () -> 42, 2)
            .check(
                Map.of(
                    "workload",
                    "fetch",
                    "params",
                    Map.of("urls", Collections.nCopies(101, "http://example.org/"))));
    assertThat(((CheckedRequest.Refused) checked).errors())
        .containsExactly(new FieldError("params.urls", "must be at most 100 URLs"));
  }

  @Test
  void a_baseline_that_was_not_asked_for_is_measured_too() {
    Plan plan =
        accepted(
                Map.of(
                    "workload", "power",
                    "contenders", List.of("jvm/threads"),
                    "baseline", "jvm/thread-pool"))
            .plan();
    assertThat(plan.contenders())
        .extracting(ContenderName::toString)
        .containsExactly("jvm/threads", "jvm/thread-pool");
  }

  @Test
  void a_control_is_a_contender_of_its_own() {
    Plan plan =
        accepted(
                Map.of(
                    "workload",
                    "power",
                    "contenders",
                    List.of("jvm/sequential", "jvm/sequential#2")))
            .plan();
    assertThat(plan.contenders()).hasSize(2);
  }

  @Test
  void a_process_per_task_is_left_out_of_the_default_when_there_are_too_many() {
    Plan plan = accepted(Map.of("workload", "sleep", "tasks", 257)).plan();
    assertThat(plan.contenders()).extracting(ContenderName::strategy).doesNotContain("processes");
  }

  @Test
  void own_urls_are_refused_by_default() {
    assertThat(
            errors(
                Map.of(
                    "workload", "fetch", "params", Map.of("urls", List.of("http://example.org/")))))
        .extracting(FieldError::field)
        .containsExactly("params.urls[0]");
  }

  @Test
  void doubtful_input_is_accepted_with_a_doubt() {
    assertThat(accepted(Map.of("workload", "power", "params", Map.of("base", 4096))).doubts())
        .extracting(FieldError::field)
        .containsExactly("params.base");
    assertThat(
            accepted(Map.of("workload", "fetch", "tasks", 4_000, "params", Map.of("delay_ms", 500)))
                .doubts())
        .extracting(FieldError::field)
        .containsExactly("contenders");
  }

  @Test
  void the_articles_runs_are_estimated_in_the_right_order_of_magnitude() {
    Plan power = accepted(Map.of("workload", "power", "precision", "quick")).plan();
    Plan fetch = accepted(Map.of("workload", "fetch", "precision", "quick")).plan();
    assertThat(Estimate.seconds(power, 2)).isBetween(40.0, 160.0);
    assertThat(Estimate.seconds(fetch, 2)).isBetween(30.0, 120.0);
  }
}

package racecard.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final String FOLDER = "runner-jvm";

  @Test
  void the_first_runtime_is_the_jvm_with_sequential_first() {
    Catalog catalog = Catalog.ofJvm();
    assertThat(catalog.runtimes()).containsExactly("jvm");
    assertThat(catalog.contenders().getFirst().name()).hasToString("jvm/sequential");
    assertThat(catalog.contenders()).allMatch(Contender::available);
  }

  @Test
  void a_family_means_its_newest_runtime_that_can_measure_the_strategy() {
    Catalog catalog =
        Catalog.of(List.of(found("lab-3.9"), found("lab-3.12", "threads"), found("lab-3.11")));
    assertThat(versioned(catalog, "lab/threads")).isEqualTo("lab-3.11/threads");
    assertThat(versioned(catalog, "lab/processes#2")).isEqualTo("lab-3.12/processes#2");
    assertThat(versioned(catalog, "lab-3.9/threads")).isEqualTo("lab-3.9/threads");
    assertThat(versioned(catalog, "other/threads")).isEqualTo("other/threads");
  }

  @Test
  void a_strategy_that_is_missing_everywhere_is_named_with_the_newest() {
    Catalog catalog =
        Catalog.of(List.of(found("lab-3.9", "threads"), found("lab-3.10", "threads")));
    assertThat(versioned(catalog, "lab/threads")).isEqualTo("lab-3.10/threads");
  }

  @Test
  void what_is_missing_says_why_and_what_adds_it() {
    Contender threads =
        Catalog.of(List.of(found("lab-3.9", "threads")))
            .find(ContenderName.parse("lab-3.9/threads"))
            .orElseThrow();
    assertThat(threads.available()).isFalse();
    assertThat(threads.reason()).isEqualTo("threads is not installed.");
    assertThat(threads.remedy()).isEqualTo("./racecard libraries lab-3.9");
  }

  @Test
  void without_a_choice_one_runtime_of_a_folder_is_measured() {
    Catalog catalog =
        Catalog.of(List.of(found("lab-3.12", "threads"), found("lab-3.11"), found("lab-3.9")));
    assertThat(catalog.preferred()).containsExactlyInAnyOrder("jvm", "lab-3.11");
    assertThat(catalog.sensible(10)).extracting(ContenderName::runtime).doesNotContain("lab-3.12");
    assertThat(catalog.sensible(257))
        .extracting(ContenderName::strategy)
        .contains("process-pool")
        .doesNotContain("processes");
  }

  @Test
  void a_runtime_that_is_too_old_has_no_contender_that_can_be_measured() {
    FoundRuntime old =
        new FoundRuntime(
            "lab-2", FOLDER, "Lab 2", "2", "/lab", "Lab 2 is too old.", none(), none(), Map.of());
    assertThat(Catalog.of(List.of(old)).sensible(1)).allMatch(name -> name.runtime().equals("jvm"));
  }

  @Test
  void what_another_racecard_found_in_a_folder_that_is_not_here_is_left_out() {
    FoundRuntime other =
        new FoundRuntime(
            "new-1", "runner-new", "New 1", "1", "/new", null, none(), none(), Map.of());
    Catalog catalog = Catalog.of(List.of(other, found("lab-3.9")));
    assertThat(catalog.runtimes()).containsExactly("jvm", "lab-3.9");
  }

  @Test
  void runtimes_are_kept_as_they_were_found() {
    List<FoundRuntime> runtimes = List.of(found("lab-3.12", "threads"), found("lab-3.9"));
    assertThat(RuntimesJson.read(RuntimesJson.write(runtimes))).isEqualTo(runtimes);
  }

  @Test
  void a_description_without_a_proper_name_is_refused() {
    assertThatThrownBy(() ->
            RuntimesJson.described(
                FOLDER,
                "{\"runtime\":\"Lab 3\",\"title\":\"Lab\",\"version\":\"3\",\"executable\":\"/lab\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Lab 3");
  }

  @Test
  void a_strategy_that_no_manifest_has_keeps_its_id_as_its_title() {
    assertThat(Strategy.of("of-yesterday").title()).isEqualTo("of-yesterday");
    assertThat(Strategy.of("processes").startsProcesses()).isTrue();
    assertThat(Strategy.of("sequential").oneAtATime()).isTrue();
  }

  @Test
  void a_manifest_with_an_unknown_trait_is_refused() {
    assertThatThrownBy(() ->
            Manifests.read(
                "runner-lab",
                """
                {"title":"Lab","strategies":[{"id":"a","title":"A","sentence":"a","traits":["fast"]}]}
                """))
        .hasMessageContaining("fast");
  }

  private static String versioned(Catalog catalog, String name) {
    return catalog.versioned(ContenderName.parse(name)).toString();
  }

  private static FoundRuntime found(String id, String... missing) {
    Map<String, FoundRuntime.Missing> lacks = new LinkedHashMap<>();
    for (String strategy : missing) {
      lacks.put(strategy, new FoundRuntime.Missing(strategy + " is not installed.", true));
    }
    String version = id.substring(id.indexOf('-') + 1);
    return new FoundRuntime(
        id, FOLDER, "Lab " + version, version, "/" + id, null, none(), none(), lacks);
  }

  private static SequencedMap<String, String> none() {
    return new LinkedHashMap<>();
  }
}

package racecard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.report.StoredRun;
import racecard.sample.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported for JMH, pyperf and hyperfine, held against those tools themselves. */
final class ForeignFilesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";

  private static TestDatabase database;
  private static RunFile file;

  @BeforeAll
  static void measure() {
    database = TestDatabase.h2();
    Rooms rooms = Rooms.real(database);
    file =
        new FileRoom(rooms, database)
            .file(
                StoredRun.of(rooms, StoredRun.plan(Workload.FETCH, null, SEQUENTIAL, THREADS))
                    .begin()
                    .wobbling(THREADS, 0.0123456789)
                    .wobbling(SEQUENTIAL, 0.02)
                    .generations(2, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
                    .failing(1)
                    .generations(1, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
                    .done());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void the_file_for_jmh_is_what_jmh_itself_writes_of_the_same_iterations() {
    JsonNode ours = JSON.readTree(ForeignFiles.jmh(file));
    JsonNode theirs = JSON.readTree(writtenByJmh());
    assertThat(ours.size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(ours.get(i).propertyNames())
          .containsExactlyInAnyOrderElementsOf(names(theirs.get(i), "params"));
      JsonNode our = ours.get(i).path("primaryMetric");
      JsonNode their = theirs.get(i).path("primaryMetric");
      assertThat(our.propertyNames()).containsExactlyInAnyOrderElementsOf(their.propertyNames());
      same(our, their, "");
    }
  }

  private static List<String> names(JsonNode node, String further) {
    List<String> names = new ArrayList<>(node.propertyNames());
    names.add(further); // which JMH leaves out where there are none
    return names;
  }

  private static void same(JsonNode our, JsonNode their, String at) {
    assertThat(our.getNodeType()).as(at).isEqualTo(their.getNodeType());
    if (our.isNumber()) {
      double number = their.doubleValue();
      assertThat(our.doubleValue()).as(at).isCloseTo(number, within(Math.abs(number) * 1e-9));
    } else if (our.isString()) {
      assertThat(our).as(at).isEqualTo(their);
    }
    assertThat(our.size()).as(at).isEqualTo(their.size());
    our.properties()
        .forEach(e -> same(e.getValue(), their.path(e.getKey()), at + "/" + e.getKey()));
    for (int i = 0; our.isArray() && i < our.size(); i++) {
      same(our.get(i), their.get(i), at + "/" + i);
    }
  }

  /** The same iterations through JMH's own classes. */
  private static byte[] writtenByJmh() {
    List<RunResult> results = new ArrayList<>();
    for (Timed timed : Timed.of(file)) {
      BenchmarkParams params = params(timed);
      List<BenchmarkResult> forks = new ArrayList<>();
      for (Timed.InProcess process : timed.processes()) {
        List<IterationResult> iterations = new ArrayList<>();
        for (Sample round : process.rounds()) {
          IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
          iteration.addResult(
              new AverageTimeResult(
                  ResultRole.PRIMARY, "x", 1, (long) Timed.ns(round), TimeUnit.MILLISECONDS));
          iterations.add(iteration);
        }
        forks.add(new BenchmarkResult(params, iterations));
      }
      results.add(new RunResult(params, forks));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultFormatFactory.getInstance(ResultFormatType.JSON, new PrintStream(bytes))
        .writeOut(results);
    return bytes.toByteArray();
  }

  private static BenchmarkParams params(Timed timed) {
    TimeValue second = TimeValue.seconds(1);
    return new BenchmarkParams(
        timed.contender(),
        "",
        false,
        1,
        new int[] {1},
        List.of(),
        timed.processes().size(),
        0,
        new IterationParams(IterationType.WARMUP, 1, second, 1),
        new IterationParams(IterationType.MEASUREMENT, 5, second, 1),
        Mode.AverageTime,
        new WorkloadParams(),
        TimeUnit.MILLISECONDS,
        1,
        "java",
        List.of(),
        "25",
        "vm",
        "25",
        "1.37",
        second);
  }

  @Test
  void blocks_with_a_failure_are_left_out() {
    assertThat(Timed.of(file)).allSatisfy(one -> assertThat(one.rounds()).hasSize(14));
  }

  @Test
  void pyperf_loads_checks_and_compares_its_file(@TempDir Path directory) throws Exception {
    Path ours = Files.write(directory.resolve("run.json"), ForeignFiles.pyperf(file));
    assertThat(pyperf("show", "--quiet", ours.toString()))
        .contains("jvm/sequential: Mean +- std dev: 1.00 sec", "jvm/threads: Mean +- std dev: 100");
    assertThat(pyperf("check", ours.toString())).contains("jvm/threads");
    assertThat(pyperf("compare_to", ours.toString(), ours.toString())).contains("jvm/sequential");
    assertThat(pyperf("dump", ours.toString())).contains("Run 3: 1 warmup, 4 values, 1 loop");
  }

  @Test
  void the_file_for_hyperfine_has_the_shape_of_one_that_hyperfine_wrote() throws IOException {
    JsonNode theirs = JSON.readTree(recorded("hyperfine-1.15.0.json"));
    JsonNode ours = JSON.readTree(ForeignFiles.hyperfine(file));
    assertThat(ours.propertyNames()).containsExactlyElementsOf(theirs.propertyNames());
    JsonNode their = theirs.path("results").get(0);
    assertThat(ours.path("results"))
        .hasSize(2)
        .allSatisfy(our -> {
          assertThat(our.propertyNames()).containsExactlyElementsOf(their.propertyNames());
          our.properties()
              .forEach(e ->
                  assertThat(e.getValue().getNodeType())
                      .as(e.getKey())
                      .isEqualTo(their.path(e.getKey()).getNodeType()));
        });
    assertThat(ours.path("results").get(0).path("times")).hasSize(14);
    assertThat(ours.path("results").get(1).path("median").doubleValue())
        .isCloseTo(0.1, within(0.003));
  }

  private static String pyperf(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(python(), "-m", "pyperf"));
    command.addAll(List.of(arguments));
    return output(command);
  }

  private static String python() throws Exception {
    Path check = Path.of("..", "runner-python", "check");
    return output(List.of("sh", check.toString(), "--environment")).lines().toList().getLast();
  }

  private static String output(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** A file that a tool wrote, in {@code src/test/resources/foreign}. */
  static byte[] recorded(String name) throws IOException {
    try (var in = ForeignFilesTest.class.getResourceAsStream("/foreign/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}

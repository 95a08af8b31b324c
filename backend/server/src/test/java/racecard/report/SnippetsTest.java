package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.catalog.ContenderName;
import racecard.catalog.Manifest;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;

/** Every program that a page may show runs, and holds the numbers of its run. */
final class SnippetsTest extends WithStoredRuns {
  private static final Path WRITTEN = Path.of("target", "snippets");
  private static final String QUICK = "-XX:TieredStopAtLevel=1";
  private static final String PLACE_FOR_OWN = "http://127.0.0.1:8000/";
  private static final List<String> JVM = strategies("runner-jvm");
  private static final List<String> PYTHON = strategies("runner-python");
  private static final List<String> NODE = strategies("runner-node");
  private static HttpServer web;

  @BeforeAll
  static void openWeb() throws IOException {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 5);
          exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    web.start();
  }

  @AfterAll
  static void closeWeb() {
    web.stop(0);
  }

  /** Those that may be the best: all but mistakes. */
  private static List<String> strategies(String folder) {
    return Manifest.in(folder).strategies().stream()
        .filter(strategy -> !strategy.mistake())
        .map(Strategy::id)
        .toList();
  }

  private static Plan plan(Workload workload, Map<String, Long> numbers, List<String> contenders) {
    return new Plan(
        Parameters.of(workload, numbers),
        6,
        3,
        contenders.stream().map(ContenderName::parse).toList(),
        null,
        Precision.QUICK,
        5,
        120,
        1,
        List.of());
  }

  private static Map<String, Long> small(Workload workload) {
    return switch (workload) {
      case POWER -> Map.of("exponent", 2_000L);
      case HASH -> Map.of("buffer_bytes", 2_048L, "repeats", 3L);
      case SLEEP -> Map.of("sleep_ms", 5L);
      case MIXED -> Map.of("task_ms", 10L);
      case FOREIGN -> Map.of();
      case FETCH -> Map.of("urls_per_task", 2L);
    };
  }

  /** The program of a contender that won, as the page shows it. */
  private static String program(String runtime, String strategy, Workload workload) {
    String name = runtime + "/" + strategy;
    String other = runtime + (strategy.equals("sequential") ? "/threads" : "/sequential");
    RunReport report =
        measured(
            plan(workload, small(workload), List.of(name, other)),
            Map.of(name, 100.0, other, 300.0));
    assertThat(report.snippets()).extracting(Snippet::contender).containsExactly(name);
    return report.snippets().getFirst().text();
  }

  private static Map<String, String> programs(String runtime, List<String> strategies) {
    Map<String, String> programs = new LinkedHashMap<>();
    for (String strategy : strategies) {
      for (Workload workload : Workload.executed()) {
        programs.put(
            strategy.replace('-', '_') + "_" + workload.id(), program(runtime, strategy, workload));
      }
    }
    return programs;
  }

  private static Path write(String folder, String ending, Map<String, String> programs)
      throws IOException {
    Path to = Files.createDirectories(WRITTEN.resolve(folder));
    for (Map.Entry<String, String> program : programs.entrySet()) {
      Files.writeString(to.resolve(program.getKey() + ending), program.getValue());
    }
    return to;
  }

  private static String output(List<String> command) throws Exception {
    Path output = Files.createTempFile("snippet", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("ended in time").isTrue();
      String text = Files.readString(output);
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  /** What each command says, as many at once as there are cores: nothing here is timed. */
  private static Map<String, String> outputs(Map<String, List<String>> commands) throws Exception {
    Map<String, Future<String>> said = new LinkedHashMap<>();
    try (ExecutorService some =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      commands.forEach((name, command) -> said.put(name, some.submit(() -> output(command))));
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    for (Map.Entry<String, Future<String>> one : said.entrySet()) {
      outputs.put(one.getKey(), one.getValue().get());
    }
    return outputs;
  }

  /** The same with a server of this test for the place where a person puts an own one. */
  private static Map<String, String> adapted(Map<String, String> programs) {
    String address = "http://127.0.0.1:%d/".formatted(web.getAddress().getPort());
    Map<String, String> adapted = new LinkedHashMap<>(programs);
    adapted.replaceAll((name, text) -> text.replace(PLACE_FOR_OWN, address));
    return adapted;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Test
  void every_program_in_java_executes_its_tasks(@TempDir Path classes) throws Exception {
    Map<String, String> programs = programs("jvm", JVM);
    write("jvm", ".java", programs);
    Path adapted = write("jvm-adapted", ".java", adapted(programs));
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
    for (String name : programs.keySet()) {
      arguments.add(adapted.resolve(name + ".java").toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String name : programs.keySet()) {
      commands.put(name, List.of(java(), QUICK, "-cp", classes.toString(), name));
    }
    outputs(commands)
        .forEach((name, said) -> assertThat(said).as(name).matches("6 tasks in [0-9.]+ s\n"));
  }

  @Test
  void a_program_in_java_that_starts_itself_needs_nothing_but_its_file() throws Exception {
    Path folder =
        write(
            "jvm",
            ".java",
            Map.of("process_pool_power", program("jvm", "process-pool", Workload.POWER)));
    assertThat(output(List.of(java(), folder.resolve("process_pool_power.java").toString())))
        .matches("6 tasks in [0-9.]+ s\n");
  }

  @Test
  void every_program_in_python_executes_its_tasks() throws Exception {
    Path folder = write("python", ".py", programs("cpython-3.11", PYTHON));
    Path check = Path.of("..", "runner-python", "check");
    String python =
        output(List.of("sh", check.toString(), "--environment")).lines().toList().getLast();
    Path all = Path.of("src", "test", "python", "run_snippets.py");
    String output = output(List.of(python, all.toString(), folder.toString()));
    for (String strategy : PYTHON) {
      for (Workload workload : Workload.executed()) {
        String program = strategy.replace('-', '_') + "_" + workload.id() + ".py: ";
        assertThat(output).containsAnyOf(program + "ran: 6 tasks in", program + "skipped: ");
      }
    }
    // Those that no version of Python before 3.14 or none after 3.11 can run are the only ones.
    assertThat(output.lines().filter(line -> line.contains(": skipped: ")))
        .allMatch(line -> line.startsWith("interpreters_") || line.startsWith("curio_"));
  }

  @Test
  void every_program_in_javascript_executes_its_tasks() throws Exception {
    Map<String, String> programs = programs("node-20", NODE);
    write("node", ".js", programs);
    Path adapted = write("node-adapted", ".js", adapted(programs));
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String name : programs.keySet()) {
      commands.put(name, List.of("node", adapted.resolve(name + ".js").toString()));
    }
    outputs(commands)
        .forEach((name, said) ->
            assertThat(said)
                .as(name)
                .endsWith(" s\n")
                .containsPattern("(?m)^6 tasks in [0-9.]+ s$"));
  }

  @Test
  void nothing_is_shown_in_the_place_of_a_best_one_that_has_no_program() {
    Plan plan =
        plan(Workload.SLEEP, Map.of(), List.of("jvm/fibres", "jvm/threads", "jvm/sequential"));
    Map<String, Double> ms =
        Map.of("jvm/fibres", 100.0, "jvm/threads", 200.0, "jvm/sequential", 300.0);
    assertThat(measured(plan, ms).snippets()).isEmpty();
  }

  @Test
  void a_program_holds_the_numbers_of_its_run() {
    RunReport report =
        measured(
            plan(
                Workload.POWER,
                Map.of("exponent", 1_234L),
                List.of("cpython-3.11/sequential", "cpython-3.11/process-pool")),
            Map.of("cpython-3.11/sequential", 1000.0, "cpython-3.11/process-pool", 520.0));
    assertThat(report.snippets().getFirst().title()).isEqualTo("Process pool in Python");
    assertThat(report.snippets().getFirst().text())
        .startsWith(
            """
            # 6 tasks of 7777 ** 1234, at most 3 in flight: 0.520 s on tiny-box,
            # 1.92 times as fast as one after another
            import time
            from concurrent.futures import ProcessPoolExecutor

            TASKS = 6
            PROCESSES = 10


            def task(i):
                return (7777 + 2 * i) ** 1234 % (2**61 - 1)


            if __name__ == "__main__":
            """);
  }

  @Test
  void a_persons_own_addresses_stand_in_the_program_and_stay_text() {
    Plan defaults = plan(Workload.FETCH, Map.of(), List.of("jvm/sequential", "jvm/threads"));
    Plan own =
        new Plan(
            new Parameters(
                Workload.FETCH,
                new LinkedHashMap<>(),
                List.of("http://example.org/a", "http://example.org/\"); System.exit(1); (\"")),
            defaults.tasks(),
            defaults.inFlight(),
            defaults.contenders(),
            null,
            Precision.QUICK,
            5,
            120,
            1,
            List.of());
    assertThat(
            measured(own, Map.of("jvm/sequential", 300.0, "jvm/threads", 100.0))
                .snippets()
                .getFirst()
                .text())
        .contains(
            """
            static final List<String> URLS = List.of(
                "http://example.org/a",
                "http://example.org/\\"); System.exit(1); (\\"");
            """);
  }
}

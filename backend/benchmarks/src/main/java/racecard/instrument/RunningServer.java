package racecard.instrument;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of its own on new data, as the launcher starts it; gone with everything when closed. */
public final class RunningServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int LOG_LINES = 60;
  private static final long NS_PER_TICK = 10_000_000;

  private final Process process;
  private final Path directory;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();
  private Duration startTook = Duration.ZERO;

  private RunningServer(Process process, Path directory, URI address) {
    this.process = process;
    this.directory = directory;
    this.address = address;
  }

  /**
   * A run that ended.
   *
   * @param firstAnswer from submitted to the first provisional answer, exact to a second
   * @param whole from submitted to final
   * @param cpuDuringRounds share of one core, the children's not counted
   * @param cpuOverall the same from submitted to final
   */
  public record Measured(
      JsonNode run,
      Duration firstAnswer,
      Duration whole,
      double cpuDuringRounds,
      double cpuOverall) {}

  /** By the launcher, with the runtimes that {@code runtimes} allows. */
  public static RunningServer start(String runtimes) throws Exception {
    return start(List.of("./racecard"), Path.of("."), runtimes);
  }

  /** By {@code program}, a command without its arguments, in {@code folder}. */
  public static RunningServer start(List<String> program, Path folder, String runtimes)
      throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path directory = Files.createTempDirectory("racecard-benchmark");
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("serve", "--port", "" + port));
    command.addAll(List.of("--data", directory.resolve("data").toString()));
    command.addAll(List.of("--runtimes", runtimes));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out.log").toFile())
            .start();
    RunningServer server =
        new RunningServer(process, directory, URI.create("http://127.0.0.1:" + port));
    server.awaitAnswer(Duration.ofSeconds(60));
    server.startTook = Duration.ofNanos(System.nanoTime() - begin);
    return server;
  }

  public String startTook() {
    return Report.ms(startTook.toNanos());
  }

  private void awaitAnswer(Duration limit) throws Exception {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        client.send(request("/healthz").build(), HttpResponse.BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > deadline || !process.isAlive()) {
          throw new IOException(
              "no answer: " + Files.readString(directory.resolve("out.log")), notYet);
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  public JsonNode submit(String request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request("/api/v1/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Waits until the run is final, looking once a second. */
  public Measured await(String id, Duration limit) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Duration firstAnswer = Duration.ZERO;
    try (CpuWatch watch = new CpuWatch(() -> cpuTicks() * NS_PER_TICK)) {
      while (true) {
        JsonNode run = get("/api/v1/runs/" + id);
        Duration passed = Duration.ofNanos(System.nanoTime() - begin);
        if (firstAnswer.isZero() && answered(run)) {
          firstAnswer = passed;
        }
        if (run.hasNonNull("finished_at")) {
          JsonNode samples = get("/api/v1/runs/" + id + "/samples");
          return new Measured(run, firstAnswer, passed, watch.during(samples), watch.whole());
        }
        if (passed.compareTo(limit) > 0) {
          throw new IOException("not final after %s: %s%n%s".formatted(limit, run, lastWords()));
        }
        TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
      }
    }
  }

  /** The end of the server's log, which goes with its directory, and where it is now. */
  private String lastWords() throws IOException {
    List<String> log = Files.readAllLines(directory.resolve("data/racecard.log"));
    String end = String.join("\n", log.subList(Math.max(0, log.size() - LOG_LINES), log.size()));
    return end + "\n" + threads();
  }

  /** What each thread of the server is at. */
  private String threads() throws IOException {
    Path told = directory.resolve("threads.txt");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid()),
                "Thread.print")
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    try {
      if (!jcmd.waitFor(20, TimeUnit.SECONDS)) {
        jcmd.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      jcmd.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return Files.readString(told);
  }

  private static boolean answered(JsonNode run) {
    String status = run.path("contenders").path(0).path("status").asString("");
    return status.equals("provisional") || status.equals("measured");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(
        client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The newest runtime of {@code family} that has {@code strategy}, once the server knows it. */
  public String awaitContender(String family, String strategy, Duration limit)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      for (JsonNode one : get("/api/v1/catalog").path("contenders")) {
        boolean wanted =
            one.path("runtime").asString("").startsWith(family + "-")
                && one.path("strategy").asString("").equals(strategy);
        if (wanted && one.path("available").asBoolean(false)) {
          return one.path("runtime").asString();
        }
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
    throw new IOException("%s/%s was not there after %s".formatted(family, strategy, limit));
  }

  /** Where the libraries of {@code runtime} were added: its interpreter. */
  public Path interpreter(String runtime) {
    return directory.resolve("data/environments").resolve(runtime).resolve("bin/python");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10));
  }

  public void settle(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  public long rssBytes() throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
        .findFirst()
        .orElseThrow();
  }

  /** User and system time of the server alone, without its children's. */
  private long cpuTicks() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  /** The launcher becomes the server, or has started it. */
  private long pid() {
    long pid = process.pid();
    return process.info().command().orElse("").endsWith("java")
        ? pid
        : process.children().mapToLong(ProcessHandle::pid).findFirst().orElse(pid);
  }

  private Path proc(String file) {
    return Path.of("/proc", String.valueOf(pid()), file);
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    if (!ended()) {
      process.destroyForcibly();
    }
    started.forEach(ProcessHandle::destroyForcibly);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean ended() {
    try {
      return process.waitFor(15, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

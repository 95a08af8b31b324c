package racecard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import racecard.host.ProcessId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program as its own process, started as the launcher starts it. */
final class ServerProcess implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String ANSWERS = "Racecard answers at ";

  private final Process process;
  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts on any free port; returns when it answers. */
  static ServerProcess start(Path data) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("os.name").equals("Linux")) {
      // A build in the background ignores Ctrl-C, and what it starts would too.
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@jvm.options", "-jar", "target/racecard.jar", "serve"));
    command.addAll(List.of("--port", "0", "--runtimes", "jvm", "--data", data.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    CompletableFuture<URI> answers = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> read(process, answers));
    try {
      return new ServerProcess(process, answers.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    } catch (Exception failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  private static void read(Process process, CompletableFuture<URI> answers) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(ANSWERS)) {
          answers.complete(URI.create(line.substring(ANSWERS.length()).strip()));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      answers.completeExceptionally(new IllegalStateException("it ended before it answered"));
    }
  }

  /** Where {@code path} is on it. */
  URI at(String path) {
    return address.resolve(path);
  }

  long pid() {
    return process.pid();
  }

  /** Its children and theirs, as they are now. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** Whether {@code process} is there and no zombie. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && ProcessId.of(process.pid()).isPresent();
  }

  /** What it answers to a GET, whatever the status. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send(HttpRequest.newBuilder(at(path)).GET()).body());
  }

  /** The id of the run that it acknowledged. */
  String submit(String requestJson) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(at("/api/v1/runs"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(requestJson)));
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).path("id").stringValue();
  }

  /** Cancels a run, whatever its state. */
  void cancel(String run) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(at("/api/v1/runs/" + run + "/cancellation"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As the kernel's out-of-memory killer does it: nothing can be tidied up. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    ended(LIMIT);
  }

  /** As an operator stops it; whether it ended within {@code limit}. */
  boolean terminate(Duration limit) throws InterruptedException {
    process.destroy();
    return ended(limit);
  }

  /** As a terminal's Ctrl-C does: its children are told as well. */
  boolean interrupt(Duration limit) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-INT", String.valueOf(pid())));
    descendants().forEach(child -> command.add(String.valueOf(child.pid())));
    // One that ended in between is no error.
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor(1, TimeUnit.SECONDS);
    return ended(limit);
  }

  /** How it ended, once it has. */
  int exitValue() {
    return process.exitValue();
  }

  private boolean ended(Duration limit) throws InterruptedException {
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    List<ProcessHandle> left = descendants();
    process.destroyForcibly();
    left.forEach(ProcessHandle::destroyForcibly);
  }
}

package racecard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The built jar in a process of its own, with a home of its own, as a person starts it. */
final class RunningCommand implements AutoCloseable {
  private static final int LIMIT_S = 60;
  private static final String ANSWERS = "Racecard answers at ";

  private final Process process;
  private final BufferedReader output;
  private final Path errors;

  private RunningCommand(Process process, Path errors) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  /** Starts {@code arguments} with nothing in the environment but {@code variables} and a home. */
  static RunningCommand start(Path home, Map<String, String> variables, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(Path.of("target", "racecard.jar").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile(home, "stderr", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(errors.toFile()).directory(home.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("RACECARD_RUNTIMES", "jvm"); // or it would add libraries
    builder.environment().putAll(variables);
    return new RunningCommand(builder.start(), errors);
  }

  /** The address that it prints once it answers. */
  URI address() throws Exception {
    String line = within(CompletableFuture.supplyAsync(this::line));
    if (!line.startsWith(ANSWERS)) {
      throw new AssertionError("said \"%s\" and %s".formatted(line, Files.readString(errors)));
    }
    return URI.create(line.substring(ANSWERS.length()));
  }

  /** Its exit status, which it must have within {@code seconds}. */
  int exit(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("still there after %d s".formatted(seconds));
    }
    return process.exitValue();
  }

  /** Its exit status. */
  int exit() throws InterruptedException {
    return exit(LIMIT_S);
  }

  /** The lines that it wrote on standard error. */
  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  /** Everything else that it writes on standard output. */
  String output() throws Exception {
    try (Stream<String> lines = output.lines()) {
      return within(CompletableFuture.supplyAsync(() -> String.join("\n", lines.toList())));
    }
  }

  /** Asks it to stop, as SIGTERM does. */
  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private String line() {
    try {
      return String.valueOf(output.readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String within(CompletableFuture<String> text)
      throws ExecutionException, InterruptedException, TimeoutException {
    return text.get(LIMIT_S, TimeUnit.SECONDS);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

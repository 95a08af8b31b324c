package racecard.origin;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An origin in a process of its own. */
final class RunningOrigin implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final BufferedReader answers;
  private final String listening;

  private RunningOrigin(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.listening = answers.readLine();
  }

  static RunningOrigin start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return new RunningOrigin(
        new ProcessBuilder(java, "-XX:+UseSerialGC", "-cp", classPath, "racecard.origin.Main")
            .redirectError(Redirect.INHERIT)
            .start());
  }

  String listening() {
    return listening;
  }

  List<Integer> ports() {
    List<Integer> ports = new ArrayList<>();
    for (Matcher port = PORT.matcher(listening); port.find(); ) {
      ports.add(Integer.parseInt(port.group(1)));
    }
    return ports;
  }

  String ask(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return answers.readLine();
  }

  RunningOrigin configure(long delayMs, long bodyBytes) throws IOException {
    ask(
        "{\"type\":\"configure\",\"nonce\":\"n\",\"delay_ms\":%d,\"jitter_ms\":0,\"body_bytes\":%d,\"seed\":1}"
            .formatted(delayMs, bodyBytes));
    return this;
  }

  long stat(String name) throws IOException {
    return FlatJson.read(ask("{\"type\":\"stats\"}").replace("null", "-1"))
        .number(name, -1, Long.MAX_VALUE);
  }

  void closeStdin() throws IOException {
    process.getOutputStream().close();
  }

  /** Its exit status; throws AssertionError if it has not ended after {@code withinMs}. */
  int status(long withinMs) throws InterruptedException {
    if (!process.waitFor(withinMs, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the origin has not ended within " + withinMs + " ms");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

package racecard.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import racecard.jvm.line.Message;

/** A real child process that answers line by line; every wait has a limit. */
final class Child implements AutoCloseable {
  private static final String END = "\n";
  private static final long ANSWER_S = 30;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Process process;

  private Child(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "child's stdout");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code mainClass} on this test's class path. */
  static Child start(String mainClass) throws IOException {
    return start(List.of(), List.of(), mainClass);
  }

  /** Starts a runner that may open {@code files} files. */
  static Child withFiles(int files) throws IOException {
    String command = "ulimit -n " + files + " && exec \"$@\"";
    return start(List.of("sh", "-c", command, "sh"), List.of(), "racecard.jvm.Main");
  }

  private static Child start(List<String> prefix, List<String> flags, String mainClass)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    ProcessBuilder builder = new ProcessBuilder(command);
    boolean chatty = mainClass.equals(Chatty.class.getName());
    builder.redirectError(chatty ? Redirect.DISCARD : Redirect.INHERIT);
    return new Child(builder.start());
  }

  /** Starts a runner with {@code flags} of the JVM and takes its hello. */
  static Child runner(String... flags) throws IOException, InterruptedException {
    Child child = start(List.of(), List.of(flags), "racecard.jvm.Main");
    child.answer();
    return child;
  }

  Message ask(Message question) throws IOException, InterruptedException {
    send(question);
    return answer();
  }

  void send(Message message) throws IOException {
    sendBytes((message.json() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void sendBytes(byte[] bytes) throws IOException {
    process.getOutputStream().write(bytes);
    process.getOutputStream().flush();
  }

  Message answer() throws InterruptedException {
    return Message.read(line());
  }

  /** The next line; throws AssertionError at the end of stdout or after 30 s. */
  String line() throws InterruptedException {
    String line = lines.poll(ANSWER_S, TimeUnit.SECONDS);
    if (line == null || line.equals(END)) {
      throw new AssertionError(line == null ? "no answer within 30 s" : "the child has ended");
    }
    return line;
  }

  /** What the child still says until its stdout ends. */
  List<String> rest() throws InterruptedException {
    List<String> rest = new ArrayList<>();
    String line = lines.poll(ANSWER_S, TimeUnit.SECONDS);
    while (line != null && !line.equals(END)) {
      rest.add(line);
      line = lines.poll(ANSWER_S, TimeUnit.SECONDS);
    }
    return rest;
  }

  void closeStdin() throws IOException {
    process.getOutputStream().close();
  }

  /** Its exit status; throws AssertionError if it has not ended after {@code withinMs}. */
  int status(long withinMs) throws InterruptedException {
    if (!process.waitFor(withinMs, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("the child has not ended within " + withinMs + " ms");
    }
    return process.exitValue();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      System.err.println("the child's stdout broke: " + e.getMessage());
    }
    lines.add(END);
  }
}

package racecard.origin;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Serves until it is told bye or its standard input ends. */
public final class Main {
  private static final int PORTS = 4;
  private static final int FILES_OF_THE_ORIGIN = 100;

  private final PrintStream answers;
  private final Server server;

  private Main(PrintStream answers, Server server) {
    this.answers = answers;
    this.server = server;
  }

  /** Speaks the origin's part of the runner protocol on stdin and stdout; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    // An origin whose server has died would let every download wait for its time limit.
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    Main main = new Main(answers, Server.start());
    main.listen();
    boolean bye = main.answerAll();
    Runtime.getRuntime().halt(bye ? 0 : 1);
  }

  private void listen() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (ServerSocketChannel listener : Server.bind(PORTS)) {
      InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
      addresses.add(
          FlatJson.quoted(address.getAddress().getHostAddress() + ":" + address.getPort()));
      server.post(() -> server.listen(listener));
    }
    answers.println(
        "{\"type\":\"listening\",\"protocol\":1,\"pid\":"
            + ProcessHandle.current().pid()
            + ",\"addresses\":["
            + String.join(",", addresses)
            + "],\"max_connections\":"
            + maxConnections()
            + "}");
  }

  private boolean answerAll() throws IOException {
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String answer = answer(line);
      answers.println(answer);
      if (answer.equals(FlatJson.write("bye", Map.of()))) {
        return true;
      }
    }
    return false;
  }

  private String answer(String line) {
    try {
      FlatJson question = FlatJson.read(line);
      String type = question.text("type");
      return switch (type) {
        case "configure" -> configure(Configuration.read(question));
        case "fault" -> fail(Fault.read(question));
        case "stats" -> FlatJson.write("stats", onServer(() -> server.statistics().take()));
        case "bye" -> FlatJson.write("bye", Map.of());
        default ->
            throw new IllegalArgumentException(
                "Unknown message type `" + type + "`. Known are bye, configure, fault, stats.");
      };
    } catch (IllegalArgumentException e) {
      return FlatJson.write(
          "failed", Map.of("kind", "BAD_MESSAGE", "message", String.valueOf(e.getMessage())));
    }
  }

  private String configure(Configuration configuration) {
    return onServer(() -> {
      server.configure(configuration);
      return FlatJson.write("configured", Map.of());
    });
  }

  private String fail(Fault fault) {
    return onServer(() -> {
      server.fail(fault);
      return FlatJson.write("fault_set", Map.of());
    });
  }

  private <T> T onServer(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    server.post(task);
    try {
      return task.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the origin's thread failed", e);
    }
  }

  private static long maxConnections() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount() - FILES_OF_THE_ORIGIN
        : Integer.MAX_VALUE;
  }
}

package racecard.runner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that breaks the protocol in the way that its argument names. */
public final class HostileChild {
  private static final String HELLO =
      "{\"type\":\"hello\",\"protocol\":1,\"runtime\":\"jvm\",\"version\":\"25\",\"pid\":1,\"facts\":{}}\n";
  private static final String PONG = "{\"type\":\"pong\"}\n";

  private HostileChild() {}

  /** Misbehaves as {@code arguments[0]} says. */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "silent" -> hang();
      case "chatty" -> say("Picked up my favourite option\n" + HELLO);
      case "half-a-line" -> say("{\"type\":\"hel");
      case "endless-line" -> endless();
      case "old" -> say(HELLO.replace("\"protocol\":1", "\"protocol\":0"));
      case "deaf" -> deaf();
      case "hung" -> afterHello(HostileChild::hang);
      case "stutters" -> afterHello(() -> say(PONG + PONG));
      case "answers-something-else" -> afterHello(() -> say("{\"type\":\"bye\"}\n"));
      case "refuses" ->
          afterHello(
              () -> say("{\"type\":\"failed\",\"kind\":\"CRASHED\",\"message\":\"tired\"}\n"));
      case "exits" -> afterHello(() -> exit("what a pity"));
      case "out-of-memory" -> afterHello(() -> exit("java.lang.OutOfMemoryError: Java heap space"));
      case "closes-stdout" -> afterHello(HostileChild::closeStandardOutput);
      case "stubborn" -> stubborn();
      case "forks-away" -> afterHello(HostileChild::forkAway);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    hang();
  }

  private interface Misdeed {
    void commit() throws Exception;
  }

  private static void afterHello(Misdeed misdeed) throws Exception {
    say(HELLO);
    if (System.in.read() >= 0) {
      misdeed.commit();
    }
    hang();
  }

  private static void say(String text) {
    System.out.write(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
    System.out.flush();
  }

  private static void exit(String lastWords) {
    System.err.println(lastWords);
    System.exit(3);
  }

  private static void endless() {
    byte[] piece = "x".repeat(4_096).getBytes(StandardCharsets.US_ASCII);
    PrintStream out = System.out;
    while (!out.checkError()) {
      out.write(piece, 0, piece.length);
    }
  }

  private static void deaf() throws InterruptedException {
    say(HELLO);
    hang();
  }

  private static void closeStandardOutput() throws InterruptedException {
    System.out.close();
    hang();
  }

  private static void stubborn() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(HostileChild::neverMind));
    say(HELLO);
    hang();
  }

  private static void neverMind() {
    try {
      hang();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forkAway() throws IOException, InterruptedException {
    new ProcessBuilder(List.of("setsid", "sleep", "600")).inheritIO().start();
    // The session's leader is on its own: nobody finds it by its parent once this is gone.
    Runtime.getRuntime().halt(0);
  }

  private static void hang() throws InterruptedException {
    new java.util.concurrent.CountDownLatch(1).await();
  }
}

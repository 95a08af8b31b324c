package racecard.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import racecard.runner.Installation;

/**
 * Stands between a worker and its real children, and does a misdeed for one strategy.
 *
 * <p>{@code lies} answers each round with another checksum, {@code dies} ends at its first round,
 * {@code dies-late} at its second.
 */
public final class Meddler {
  private static volatile boolean meddles;

  private Meddler() {}

  /** Starts the child that the arguments after strategy and misdeed name, and speaks for it. */
  public static void main(String[] arguments) throws IOException {
    List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread.ofPlatform().daemon().start(() -> passOn(arguments[0], child.getOutputStream()));
    try (BufferedReader answers = reader(child.getInputStream())) {
      int rounds = 0;
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        rounds += line.contains("\"type\":\"rounded\"") ? 1 : 0;
        System.out.print((meddles ? meddled(line, arguments[1], rounds) : line) + "\n");
        System.out.flush();
      }
    }
    System.exit(0);
  }

  private static void passOn(String strategy, OutputStream out) {
    try (BufferedReader questions = reader(System.in);
        out) {
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        meddles |= line.contains("\"strategy\":\"" + strategy + "\"");
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException gone) {
      System.err.println(gone);
    }
  }

  private static String meddled(String line, String misdeed, int rounds) {
    switch (misdeed) {
      case "lies" -> {
        return line.replaceAll("\"checksum\":\"\\d+\"", "\"checksum\":\"4711\"");
      }
      case "dies" -> dieAt(rounds, 1);
      case "dies-late" -> dieAt(rounds, 2);
      default -> throw new IllegalArgumentException(misdeed);
    }
    return line;
  }

  private static void dieAt(int rounds, int fatal) {
    if (rounds >= fatal) {
      System.err.println("what a pity");
      Runtime.getRuntime().halt(3);
    }
  }

  private static BufferedReader reader(java.io.InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The real children, but for the misdeed of one strategy. */
  static Installation installation(String strategy, String misdeed) throws IOException {
    Path script =
        Files.createTempFile(
            "java",
            ".sh",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    script.toFile().deleteOnExit();
    Path java = AtWork.INSTALLATION.java();
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec %s -XX:TieredStopAtLevel=1 -cp %s %s %s %s %s "$@"
        """
            .formatted(
                java,
                Path.of("target", "test-classes").toAbsolutePath(),
                Meddler.class.getName(),
                strategy,
                misdeed,
                java));
    return new Installation(script, AtWork.INSTALLATION.children());
  }
}

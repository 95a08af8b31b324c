package racecard.runner;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the children's programs lie and how they are started.
 *
 * @param java the JVM's executable
 * @param children the folder with {@code runner-jvm.jar} and {@code origin.jar}
 */
public record Installation(Path java, Path children) {
  /**
   * The same for every measured child, as its README has them, so that only the strategy differs.
   */
  public static final List<String> RUNNER_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms1g",
          "-Xmx1g",
          "-Xmn192m",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr");

  static final List<String> ORIGIN_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms128m",
          "-Xmx128m",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr");

  /** This JVM, and the children beside the jar or the classes that this class was loaded from. */
  public static Installation ofThisProgram() {
    try {
      Path code =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      return new Installation(java, code.resolveSibling("children"));
    } catch (URISyntaxException badAddress) {
      throw new IllegalStateException(badAddress);
    }
  }

  /** How a runner is started; fails when it was not built. */
  List<String> runner(String child) throws ChildFailed {
    return command(child, RUNNER_FLAGS, "runner-jvm.jar");
  }

  /** How the origin is started; fails when it was not built. */
  List<String> origin(String child) throws ChildFailed {
    return command(child, ORIGIN_FLAGS, "origin.jar");
  }

  private List<String> command(String child, List<String> flags, String jar) throws ChildFailed {
    Path program = children.resolve(jar);
    if (!Files.isReadable(program)) {
      throw new ChildFailed(
          new ChildFailure.Missing(
              child,
              "%s is not in %s; building Racecard again puts it there"
                  .formatted(jar, children.toAbsolutePath())));
    }
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(flags);
    command.addAll(List.of("-jar", program.toString()));
    return command;
  }
}

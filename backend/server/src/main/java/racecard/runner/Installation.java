package racecard.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the children's programs lie and how they are started.
 *
 * @param java the JVM's executable
 * @param jars the folder with {@code runner-jvm.jar} and {@code origin.jar}
 */
public record Installation(Path java, Path jars) {
  /**
   * The same for every measured child, so that only the strategy differs: one collector, one heap,
   * no archive of profiles from an earlier life.
   */
  public static final List<String> RUNNER_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx512m", "-XX:AOTMode=off");

  private static final List<String> ORIGIN_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx256m", "-XX:TieredStopAtLevel=1");

  /**
   * The children beside the jar that {@code anchor} was loaded from, started with this JVM's java.
   */
  public static Installation beside(Class<?> anchor, Path javaHome) {
    Path code = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path jars = code.resolveSibling("children");
    if (!Files.exists(jars.resolve("runner-jvm.jar"))) {
      throw new IllegalStateException(
          "%s holds no runner-jvm.jar: build with mvn package".formatted(jars));
    }
    return new Installation(javaHome.resolve("bin").resolve("java"), jars);
  }

  List<String> runner() {
    return command(RUNNER_FLAGS, "runner-jvm.jar");
  }

  List<String> origin() {
    return command(ORIGIN_FLAGS, "origin.jar");
  }

  private List<String> command(List<String> flags, String jar) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(flags);
    command.addAll(List.of("-jar", jars.resolve(jar).toString()));
    return command;
  }
}

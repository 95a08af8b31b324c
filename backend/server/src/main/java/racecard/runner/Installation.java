package racecard.runner;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import racecard.catalog.Catalog;
import racecard.catalog.Contender;
import racecard.catalog.ContenderName;
import racecard.catalog.Strategy;
import racecard.runtime.Runtimes;
import racecard.runtime.Start;

/**
 * Where the children's programs lie and how they are started.
 *
 * @param java the JVM's executable
 * @param children the folder with {@code runner-jvm.jar}, {@code origin.jar} and the folders of
 *     other runners
 * @param runtimes those other runners' interpreters
 */
public record Installation(Path java, Path children, Runtimes runtimes) {
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

  /** This JVM with the children in {@code children}, and no other runtime. */
  public Installation(Path java, Path children) {
    this(java, children, Runtimes.none());
  }

  /** This JVM, the children in {@link #childrenOfThisProgram}, and {@code runtimes}. */
  public static Installation ofThisProgram(Runtimes runtimes) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new Installation(java, childrenOfThisProgram(), runtimes);
  }

  /** The folder beside the jar or the classes that this class was loaded from. */
  public static Path childrenOfThisProgram() {
    try {
      Path code =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolveSibling("children");
    } catch (URISyntaxException badAddress) {
      throw new IllegalStateException(badAddress);
    }
  }

  /** How the runner of {@code contender} is started; fails when there is none. */
  List<String> runner(String child, ContenderName contender) throws ChildFailed {
    if (contender.runtime().equals(Catalog.JVM)) {
      return command(child, RUNNER_FLAGS, "runner-jvm.jar");
    }
    return switch (runtimes.start(contender)) {
      case Start.By(List<String> command) -> command;
      case Start.Impossible(String why) ->
          throw new ChildFailed(new ChildFailure.Missing(child, why));
    };
  }

  /** The contender as this host has it: why it cannot be measured here, if so. */
  public Contender here(ContenderName name) {
    return Catalog.of(runtimes.found().runtimes())
        .find(name)
        .orElseGet(() ->
            new Contender(
                name.original(),
                Strategy.of(name.strategy()),
                "This host has no %s.".formatted(name.runtime()),
                "Install it there, or measure on a host that has it: see the Hosts page."));
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

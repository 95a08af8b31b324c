package racecard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import racecard.web.PortInUse;

/** The program's entry point: the commands, and how refusals are told. */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String SERVE = "serve";
  private static final String REHEARSE = "rehearse";
  private static final String DOCTOR = "doctor";
  private static final String LIBRARIES = "libraries";
  private static final String REPLAY = "replay";

  private Main() {}

  /** Runs the command named by the first argument. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    return new CommandLine(commands())
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler((bad, all) -> refuse(MISUSED, sentence(bad)))
        .execute(arguments);
  }

  private static CommandSpec commands() {
    CommandSpec serve = command(SERVE, "Show, queue and measure, until it is told to stop.");
    CommandSpec doctor =
        command(DOCTOR, "Say what of this host helps or hinders measuring; takes serve's options.");
    for (Key key : Key.values()) {
      serve.addOption(option(key));
      doctor.addOption(option(key));
    }
    CommandSpec libraries =
        command(LIBRARIES, "Add the contenders' libraries to runtimes; without one, list them.");
    libraries.addOption(option(Key.DATA));
    libraries.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RUNTIME")
            .description("As the Hosts page names it: cpython-3.12.")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    CommandSpec replay =
        command(REPLAY, "Recompute the verdict in an exported run from the rounds beside it.");
    replay.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .description("A run's export: Everything, as JSON.")
            .arity("1")
            .type(String.class)
            .build());
    CommandSpec rehearse = command(REHEARSE, "Start, ask for pages once, and stop.");
    rehearse.usageMessage().hidden(true);
    return command(
            "racecard",
            "Runs the same work through every concurrency strategy and says which wins.")
        .addSubcommand(SERVE, serve)
        .addSubcommand(LIBRARIES, libraries)
        .addSubcommand(DOCTOR, doctor)
        .addSubcommand(REPLAY, replay)
        .addSubcommand(REHEARSE, rehearse);
  }

  private static CommandSpec command(String name, String description) {
    CommandSpec command = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    command.version("Racecard " + version());
    command.usageMessage().description(description);
    return command;
  }

  private static OptionSpec option(Key key) {
    OptionSpec.Builder option = OptionSpec.builder(key.option()).description(key.description());
    String parameter = key.parameter();
    return parameter == null
        ? option.type(boolean.class).build()
        : option.type(String.class).paramLabel(parameter).build();
  }

  private static int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    if (!parsed.hasSubcommand()) {
      parsed.commandSpec().commandLine().usage(System.err);
      return MISUSED;
    }
    try {
      return execute(parsed.subcommand(), parsed.subcommand().commandSpec().name());
    } catch (RuntimeException failure) {
      return refuse(failure);
    }
  }

  private static int execute(ParseResult command, String name) {
    if (name.equals(REHEARSE)) {
      return Rehearsal.run();
    }
    if (name.equals(REPLAY)) {
      return Replay.run(command.matchedPositionalValue(0, ""));
    }
    Configuration configuration = Configuration.of(Given.read(options(command), System.getenv()));
    return switch (name) {
      case LIBRARIES -> Libraries.run(configuration, command.matchedPositionalValue(0, List.of()));
      case DOCTOR -> Doctor.run(configuration);
      default -> Serve.run(configuration);
    };
  }

  private static Map<Key, String> options(ParseResult command) {
    Map<Key, String> options = new EnumMap<>(Key.class);
    for (Key key : Key.values()) {
      Object value =
          command.hasMatchedOption(key.option())
              ? command.matchedOptionValue(key.option(), null)
              : null;
      if (value != null) {
        options.put(key, value.toString());
      }
    }
    return options;
  }

  private static int refuse(RuntimeException failure) {
    return switch (failure) {
      case UsageError misused -> refuse(MISUSED, String.valueOf(misused.getMessage()));
      case CannotOpen refusal -> refuse(FAILED, String.valueOf(refusal.getMessage()));
      case PortInUse busy -> refuse(FAILED, PortRefusal.sentence(busy));
      default ->
          refuse(FAILED, "Racecard could not start, and its log says more: %s".formatted(failure));
    };
  }

  private static int refuse(int code, String sentence) {
    System.err.println(sentence.replaceAll("\\s*\\R\\s*", " "));
    return code;
  }

  private static String sentence(ParameterException bad) {
    CommandLine line = bad.getCommandLine();
    String help = ": see %s --help".formatted(line.getCommandSpec().qualifiedName());
    return switch (bad) {
      case UnmatchedArgumentException unknown ->
          unknown(unknown.getUnmatched().getFirst(), line) + help;
      case OverwrittenOptionException twice ->
          "%s is given twice%s".formatted(name(twice.getOverwritten()), help);
      case MissingParameterException missing ->
          "%s needs a value%s".formatted(name(missing.getMissing().getFirst()), help);
      default -> bad.getMessage() + help;
    };
  }

  private static String name(ArgSpec option) {
    return option.isOption() ? ((OptionSpec) option).longestName() : option.paramLabel();
  }

  private static String unknown(String word, CommandLine line) {
    List<String> known = new ArrayList<>(line.getCommandSpec().optionsMap().keySet());
    boolean option = word.startsWith("-");
    if (!option) {
      known = new ArrayList<>(line.getSubcommands().keySet());
    }
    String name = option ? word.replaceFirst("=.*", "") : word;
    return "There is no %s %s%s"
        .formatted(option ? "option" : "command", name, Nearest.question(name, known));
  }

  /** This program's version, or {@code development} outside its jar. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}

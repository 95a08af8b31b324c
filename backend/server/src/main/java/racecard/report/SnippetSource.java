package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a program together: a frame that executes tasks, one for each strategy, and around it the
 * tasks of a workload in the shape that the frame names, as {@code $tasks/asyncio}.
 */
final class SnippetSource {
  private static final Pattern TASKS = Pattern.compile("\\$tasks/([a-z-]+)");
  private static final Pattern VALUE = Pattern.compile("\\$([a-z_]+)");
  private static final Pattern SECTION = Pattern.compile("(?m)^(?:#|//) %% (.+)\n");
  private static final String ONE = "(?:import|from) .+\n|const .+ = require\\(.+\n";
  private static final Pattern IMPORTS = Pattern.compile("((?:%s)*)\\$imports\n".formatted(ONE));
  private static final Pattern IMPORT = Pattern.compile("(?m)^(?:%s)".formatted(ONE));

  private final SnippetLanguage language;
  private final String workload;
  private final Map<String, String> values;

  SnippetSource(SnippetLanguage language, String workload, Map<String, String> values) {
    this.language = language;
    this.workload = workload;
    this.values = values;
  }

  /** The program of the frame {@code name}; empty when there is no such frame. */
  Optional<String> of(String name) {
    return language.part(name).map(this::filled);
  }

  private String filled(String frame) {
    Matcher shape = TASKS.matcher(frame);
    if (!shape.find()) {
      throw new IllegalStateException("the frame names no tasks: " + frame);
    }
    String tasks = tasks(shape.group(1));
    String body = IMPORT.matcher(tasks).replaceAll("").strip();
    // Functions stand two lines apart from what is not one, as Python wants it.
    String gap = body.startsWith("def ") || body.startsWith("async def ") ? "\n" : "";
    return values(imports(frame, tasks).replace(shape.group(), gap + body)).strip() + "\n";
  }

  private String tasks(String shape) {
    String tasks = section("tasks/" + shape);
    boolean itself = tasks.strip().equals("$compute");
    return tasks.contains("$compute")
        ? tasks.replace(
            "$compute",
            section("tasks/compute").strip().replace("$function", itself ? "task" : "compute"))
        : tasks;
  }

  private String section(String part) {
    String all = language.part(part).orElseThrow();
    List<MatchResult> heads = SECTION.matcher(all).results().toList();
    for (int i = 0; i < heads.size(); i++) {
      if (List.of(heads.get(i).group(1).split(" ")).contains(workload)) {
        int end = i + 1 < heads.size() ? heads.get(i + 1).start() : all.length();
        return all.substring(heads.get(i).end(), end);
      }
    }
    throw new IllegalStateException("%s has no section %s".formatted(part, workload));
  }

  /** The imports of both, each once. */
  private static String imports(String frame, String tasks) {
    return IMPORTS
        .matcher(frame)
        .replaceFirst(here ->
            Matcher.quoteReplacement(
                Stream.concat(
                        here.group(1).lines(),
                        IMPORT.matcher(tasks).results().map(result -> result.group().strip()))
                    .distinct()
                    .sorted(
                        Comparator.comparing((String line) -> line.startsWith("from"))
                            .thenComparing(line -> line))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining())));
  }

  private String values(String text) {
    return VALUE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("a snippet asks for $" + name);
    }
    return value;
  }
}

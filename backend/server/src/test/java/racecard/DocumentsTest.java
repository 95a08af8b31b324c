package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racecard.catalog.Manifest;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;
import racecard.view.Cloth;
import racecard.web.page.FlagTitles;

/** What documents and help pages say is there, and what is there they say. */
final class DocumentsTest {
  private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of(".git", "target", ".racecard-build");
  // Of HTTP, of the JDK, of Node.js, of the build, or within another class.
  private static final Set<String> OTHER_NAMES =
      Set.of(
          "Allow",
          "Location",
          "Authorization",
          "Clock",
          "Templates",
          "racecard.css",
          "Kind",
          "Atomics",
          "BigInt",
          "PerformanceObserver");
  private static final Path HELP = REPOSITORY.resolve("frontend/src/main/jte/help");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern TYPE =
      Pattern.compile("(?<![A-Za-z_$<>-])[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:IT)?(?![A-Za-z_:-])");

  static List<Path> documents() throws IOException {
    return files(".md");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_link_leads_to_a_file(Path document) throws IOException {
    assertThat(found(document, Pattern.compile("\\]\\(([^)#]+)[^)]*\\)")))
        .filteredOn(link -> !link.contains("://"))
        .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_file_that_is_named_is_there(Path document) throws IOException {
    Set<String> names = names(files(""));
    names.addAll(OTHER_NAMES);
    assertThat(found(document, QUOTED))
        .filteredOn(quoted -> quoted.matches("[\\w./…-]+\\.(java|md|jte|css|py|json|sql|yml)"))
        .allSatisfy(
            quoted -> assertThat(names).contains(quoted.substring(quoted.lastIndexOf('/') + 1)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_class_that_is_named_is_there(Path document) throws IOException {
    Set<String> types =
        names(files(".java")).stream()
            .map(name -> name.replace(".java", ""))
            .collect(Collectors.toSet());
    types.addAll(OTHER_NAMES);
    assertThat(found(document, QUOTED))
        .filteredOn(quoted -> quoted.matches("[\\w./<>]+"))
        .flatExtracting(quoted -> matches(TYPE, quoted).map(MatchResult::group).toList())
        .allSatisfy(type -> assertThat(types).contains(type));
  }

  @Test
  void the_operators_page_lists_every_option_and_no_other() throws IOException {
    assertThat(rows(REPOSITORY.resolve("docs/OPERATING.md"), "Options"))
        .flatExtracting(row -> matches(QUOTED, row.getFirst()).map(one -> one.group(1)).toList())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Key.values()).map(Key::option).toList());
  }

  static List<String> strategies() {
    return Manifest.all().stream()
        .flatMap(manifest -> manifest.strategies().stream())
        .map(Strategy::id)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_strategy_is_explained_wherever_strategies_are(String strategy) throws IOException {
    assertThat(firstCells("README.md", "What it measures")).contains(strategy);
    assertThat(firstCells("docs/PROTOCOL.md", "The strategies")).contains(strategy);
    assertThat(Files.readString(HELP.resolve("glossary.jte"))).contains(code(strategy));
    assertThat(Cloth.of(strategy).classes())
        .as("what it wears on pages")
        .isNotEqualTo(Cloth.of("?").classes());
  }

  @Test
  void no_two_strategies_wear_the_same() {
    assertThat(strategies().stream().map(Cloth::of)).doesNotHaveDuplicates();
  }

  static List<Workload> workloads() {
    return Workload.executed();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void a_workload_is_explained_wherever_workloads_are(Workload workload) throws IOException {
    assertThat(firstCells("README.md", "What it measures")).contains(workload.id());
    assertThat(Files.readString(REPOSITORY.resolve("docs/PROTOCOL.md")))
        .contains("| `" + workload.id() + "` |");
    assertThat(Files.readString(HELP.resolve("glossary.jte"))).contains(code(workload.id()));
    String parameters =
        workload.parameters().stream()
            .map(one -> code(one.name()) + " " + one.defaultValue())
            .collect(Collectors.joining(", "));
    assertThat(Files.readString(HELP.resolve("api/submit.jte")))
        .contains("<th scope=\"row\">" + code(workload.id()) + "</th><td>" + parameters);
  }

  @Test
  void every_flag_is_explained_and_has_a_title_and_no_other_is() throws IOException {
    List<String> explained =
        rows(REPOSITORY.resolve("docs/MEASUREMENT.md"), "Flags and grade").stream()
            .map(List::getFirst)
            .filter(cell -> cell.matches("[A-Z_]+"))
            .toList();
    assertThat(explained).containsExactlyInAnyOrderElementsOf(FlagTitles.kinds());
  }

  @Test
  void the_help_page_uses_no_word_that_the_glossary_does_not_have() throws IOException {
    List<String> words =
        rows(REPOSITORY.resolve("docs/GLOSSARY.md"), "Glossary").stream()
            .map(List::getFirst)
            .toList();
    assertThat(found(HELP.resolve("glossary.jte"), Pattern.compile("<dt>([^<]+)</dt>")))
        .isNotEmpty()
        .allSatisfy(word -> assertThat(words).contains(word));
  }

  private static String code(String text) {
    return "<code>" + text + "</code>";
  }

  /** What is quoted in the first cells of a section's tables; a cell may name several. */
  private static List<String> firstCells(String document, String section) throws IOException {
    return rows(REPOSITORY.resolve(document), section).stream()
        .flatMap(row -> matches(QUOTED, row.getFirst()).map(found -> found.group(1)))
        .toList();
  }

  /** The rows of the tables under a heading, each as its cells. */
  private static List<List<String>> rows(Path document, String section) throws IOException {
    return Files.readString(document)
        .lines()
        .dropWhile(line -> !line.matches("#+ " + section))
        .skip(1)
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| "))
        .map(line -> Stream.of(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .toList();
  }

  private static List<String> found(Path file, Pattern pattern) throws IOException {
    return matches(pattern, Files.readString(file)).map(match -> match.group(1)).toList();
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static Set<String> names(Collection<Path> files) {
    return files.stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(String end) throws IOException {
    try (Stream<Path> all = Files.find(REPOSITORY, 20, (file, facts) -> facts.isRegularFile())) {
      return all.filter(file -> file.toString().endsWith(end) && isOurs(file)).toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path part : REPOSITORY.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}

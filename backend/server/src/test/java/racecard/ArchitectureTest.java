package racecard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rooms of ARCHITECTURE.md, held. */
final class ArchitectureTest {
  private static final Map<String, Set<String>> ROOMS =
      new TreeMap<>(
          Map.ofEntries(
              room("catalog"),
              room("host"),
              room("statistics"),
              room("queue", "catalog"),
              room("run", "catalog", "queue"),
              room("runtime", "catalog", "host"),
              room("runner", "catalog", "host", "runtime"),
              room("sample", "queue", "statistics"),
              room(
                  "worker",
                  "catalog",
                  "host",
                  "queue",
                  "runner",
                  "runtime",
                  "sample",
                  "statistics"),
              room("report", "catalog", "host", "queue", "run", "sample", "statistics"),
              room("exchange", "catalog", "queue", "run", "sample", "statistics"),
              room(
                  "web",
                  "catalog",
                  "host",
                  "queue",
                  "run",
                  "sample",
                  "statistics",
                  "report",
                  "exchange"),
              room("cli", "run", "report", "worker")));

  /** The frontend's packages: what a page is made of. Only {@code web} hands it anything. */
  private static final List<String> FRONTEND = List.of("racecard.view..", "racecard.page..");

  private static final String ROOT = "racecard";

  private static final JavaClasses SERVER =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void the_document_shows_the_same_table() throws IOException {
    String text = Files.readString(Path.of("..", "..", "ARCHITECTURE.md"));
    String section =
        text.substring(text.indexOf("## Rooms"), text.indexOf("The test holds as well"));
    Map<String, Set<String>> written = new TreeMap<>();
    Matcher row = Pattern.compile("(?m)^\\| ([a-z]+) \\|[^|]*\\|([^|]*)\\|$").matcher(section);
    while (row.find()) {
      String rooms = row.group(2).replace("and the frontend", "");
      written.put(row.group(1), Set.of(words(rooms)));
    }
    written.remove("room");
    assertThat(written).isEqualTo(ROOMS);
  }

  @Test
  void every_package_is_a_room_of_the_table() {
    Set<String> known = ROOMS.keySet();
    assertThat(SERVER)
        .isNotEmpty()
        .allSatisfy(type ->
            assertThat(type.getPackageName())
                .matches(name -> name.equals(ROOT) || known.contains(roomOf(name))));
  }

  @Test
  void rooms_import_what_the_table_allows_and_nothing_else() {
    ROOMS.forEach((room, allowed) ->
        noClasses()
            .that()
            .resideInAPackage(packages(room))
            .should()
            .dependOnClassesThat(ofOurs(room, allowed))
            .because("the table lets %s import %s only".formatted(room, allowed))
            .allowEmptyShould(true)
            .check(SERVER));
  }

  @Test
  void no_rooms_import_each_other_in_a_circle() {
    SlicesRuleDefinition.slices()
        .matching("racecard.(*)..")
        .should()
        .beFreeOfCycles()
        .check(SERVER);
  }

  @Test
  void nothing_imports_the_root() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(SERVER);
  }

  @Test
  void statistics_are_pure_java() {
    classes()
        .that()
        .resideInAPackage(packages("statistics"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages("statistics"), "java..", "org.jspecify.."))
        .check(SERVER);
  }

  @Test
  void only_web_knows_http() {
    onlyIn(List.of("web"), "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");
  }

  @Test
  void only_web_and_the_root_hand_anything_to_the_frontend() {
    onlyIn(List.of("web"), FRONTEND.toArray(String[]::new));
  }

  @Test
  void only_rooms_that_keep_or_read_tables_know_the_database() {
    onlyIn(
        List.of("queue", "run", "sample", "host", "report", "exchange"),
        "org.jdbi..",
        "java.sql..",
        "org.h2..",
        "org.postgresql..",
        "com.zaxxer..",
        "org.flywaydb..");
  }

  @Test
  void only_the_root_knows_the_terminal_and_where_the_log_goes() {
    onlyIn(List.of("cli"), "picocli..", "ch.qos.logback..");
  }

  @Test
  void only_runner_and_runtime_start_processes() {
    noClasses()
        .that(areNotIn("runner", "runtime"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .callMethodWhere(calls(Runtime.class, "exec"))
        .check(SERVER);
  }

  @Test
  void only_the_root_reads_the_environment() {
    outsideOfTheRoot(calls(System.class, "getenv"));
  }

  @Test
  void only_an_injected_clock_tells_wall_time() {
    outsideOfTheRoot(
        calls(System.class, "currentTimeMillis")
            .or(calls(Clock.class, "systemUTC"))
            .or(calls(Clock.class, "systemDefaultZone"))
            .or(calls(Clock.class, "system"))
            .or(nowWithoutClock()));
  }

  private static void onlyIn(List<String> rooms, String... libraries) {
    String[] allowed =
        Stream.concat(rooms.stream().map(ArchitectureTest::packages), Stream.of(ROOT))
            .toArray(String[]::new);
    noClasses()
        .that(resideOutsideOfPackages(allowed))
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries))
        .check(SERVER);
  }

  private static void outsideOfTheRoot(DescribedPredicate<JavaAccess<?>> call) {
    noClasses().that().resideOutsideOfPackage(ROOT).should().accessTargetWhere(call).check(SERVER);
  }

  private static DescribedPredicate<JavaAccess<?>> nowWithoutClock() {
    return describe(
        "now without a clock",
        access ->
            access.getTargetOwner().getPackageName().equals(Instant.class.getPackageName())
                && access.getName().equals("now")
                && !access.getTarget().getFullName().contains(Clock.class.getName()));
  }

  private static <T extends JavaAccess<?>> DescribedPredicate<T> calls(
      Class<?> owner, String method) {
    return describe(
        owner.getSimpleName() + "." + method,
        access -> access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(method));
  }

  private static DescribedPredicate<JavaClass> areNotIn(String... rooms) {
    return resideOutsideOfPackages(
        Arrays.stream(rooms).map(ArchitectureTest::packages).toArray(String[]::new));
  }

  private static DescribedPredicate<JavaClass> ofOurs(String room, Set<String> allowed) {
    return describe(
        "other rooms than " + allowed,
        type -> {
          String other = roomOf(type.getPackageName());
          return ROOMS.containsKey(other) && !other.equals(room) && !allowed.contains(other);
        });
  }

  /** The room of a package of ours; empty for the root and for what is not ours. */
  private static String roomOf(String packageName) {
    List<String> parts = Arrays.asList(packageName.split("\\."));
    return parts.size() > 1 && parts.getFirst().equals(ROOT) ? parts.get(1) : "";
  }

  private static String[] words(String list) {
    return Pattern.compile("[a-z]+")
        .matcher(list)
        .results()
        .map(MatchResult::group)
        .toArray(String[]::new);
  }

  private static String packages(String room) {
    return ROOT + "." + room + "..";
  }

  private static Map.Entry<String, Set<String>> room(String name, String... mayImport) {
    return Map.entry(name, Set.of(mayImport));
  }
}

package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racecard.Rooms;
import racecard.exchange.BadFile;
import racecard.exchange.Imports;
import racecard.run.ImportStore;
import racecard.run.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files with something changed at random: each is refused with a place, leaving nothing, or kept
 * whole, and then every page of it can be shown.
 */
final class ImportFuzzTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MUTATIONS = Integer.getInteger("racecard.mutations", 300);
  private static final List<String> PLACES =
      List.of(
          "",
          ".json",
          ".csv",
          ".md",
          ".html",
          "/jmh.json",
          "/pyperf.json",
          "/hyperfine.json",
          "/export.json",
          "/shares");
  private static final List<String> WORDS =
      List.of(
          "",
          "0",
          "null",
          "jvm/threads",
          "jvm/sequential#2",
          "A",
          "Infinity",
          "NONE",
          "TIED",
          "measured",
          "skipped",
          "2026-11-24T14:02:11Z",
          "+999999999-01-01T00:00:00Z",
          "x".repeat(5_000),
          "\u0000",
          "<b>");

  private static TestServer server;
  private static TestServer.Visitor visitor;
  private static Imports imports;
  private static String file;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    visitor = server.visitor();
    imports =
        new Imports(
            new ImportStore(server.database.jdbi(), server.database.engine()),
            Clock.systemUTC(),
            server.turn);
    Run run = StoredRuns.done(server, "label", List.of("tag"), "note");
    file = server.visitor().get("/api/v1/runs/" + run.publicId() + "/export").body();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void a_changed_file_is_refused_or_shown_and_never_half_kept() {
    Random random = new Random(20_261_125);
    int kept = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String changed = random.nextInt(4) == 0 ? scratched(random) : mutated(random);
      long before = rows();
      String id = add(changed);
      if (id == null) {
        assertThat(rows()).as(changed).isEqualTo(before);
      } else {
        kept++;
        shows(id, changed);
        Rooms.on(server.database).runs.delete(id);
      }
    }
    assertThat(kept).as("files that were kept").isBetween(MUTATIONS / 30, MUTATIONS / 2);
  }

  private static @Nullable String add(String changed) {
    try {
      return imports.add(changed.getBytes(StandardCharsets.UTF_8), "api").orElseThrow().publicId();
    } catch (BadFile wrong) {
      assertThat(wrong.place()).matches("file|line \\d+, column \\d+|/.*");
      assertThat(wrong.reason()).isNotBlank();
      return null;
    }
  }

  private static void shows(String id, String changed) {
    for (String place : PLACES) {
      HttpResponse<String> answer = visitor.get("/runs/" + id + place);
      assertThat(answer.statusCode()).as("%s of %s", place, changed).isEqualTo(200);
    }
    assertThat(visitor.get("/runs").statusCode()).as(changed).isEqualTo(200);
    assertThat(visitor.get("/rules").statusCode()).as(changed).isEqualTo(200);
  }

  private static long rows() {
    return server
        .database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "select (select count(*) from run) + (select count(*) from job)"
                        + " + (select count(*) from generation) + (select count(*) from sample)")
                .mapTo(long.class)
                .one());
  }

  /** Some bytes cut out, doubled or replaced. */
  private static String scratched(Random random) {
    int from = random.nextInt(file.length());
    int to = Math.min(file.length(), from + random.nextInt(20));
    String between = random.nextBoolean() ? "" : file.substring(from, to).repeat(2);
    return file.substring(0, from) + between + file.substring(to);
  }

  /** One to three members changed, taken away or moved. */
  private static String mutated(Random random) {
    JsonNode root = JSON.readTree(file);
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<JsonNode> inner = new ArrayList<>();
      collect(root, inner);
      mutate(inner.get(random.nextInt(inner.size())), random);
    }
    return JSON.writeValueAsString(root);
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainer() && !node.isEmpty()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }

  private static void mutate(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
      Map.Entry<String, JsonNode> one = members.get(random.nextInt(members.size()));
      if (random.nextInt(6) == 0) {
        object.remove(one.getKey());
      } else {
        object.set(one.getKey(), instead(one.getValue(), random));
      }
    } else if (node instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      if (random.nextInt(4) == 0) {
        array.remove(at);
      } else if (random.nextInt(4) == 0) {
        array.add(array.get(at).deepCopy());
      } else {
        array.set(at, instead(array.get(at), random));
      }
    }
  }

  private static JsonNode instead(JsonNode one, Random random) {
    if (one.isNumber() && random.nextInt(4) > 0) {
      return JSON.valueToTree(
          switch (random.nextInt(6)) {
            case 0 -> -one.doubleValue();
            case 1 -> (long) one.doubleValue() + 1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> 0;
            case 4 -> 1e300;
            default -> random.nextInt(1_000);
          });
    }
    return switch (random.nextInt(6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.createObjectNode();
      case 2 -> JSON.createArrayNode();
      case 3 -> JSON.valueToTree(random.nextBoolean());
      default -> JSON.valueToTree(WORDS.get(random.nextInt(WORDS.size())));
    };
  }
}

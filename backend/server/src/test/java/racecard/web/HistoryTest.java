package racecard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryTest {
  private static final int RUNS = 60;
  private static TestServer server;

  @BeforeAll
  static void open(@TempDir Path directory) {
    server = TestServer.open(directory);
    for (int i = 1; i <= RUNS; i++) {
      submit("number %02d".formatted(i));
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static void submit(String label) {
    server.visitor().submit("{\"workload\":\"sleep\",\"label\":\"" + label + "\"}");
  }

  private static String page(String path) {
    return server.visitor().get(path).body();
  }

  /** The address of the link that leads on in {@code direction}: after or before. */
  private static String link(String page, String direction) {
    return new Markup(page)
        .first("href=\"(/runs\\?[^\"]*" + direction + "=[^\"]*)\"")
        .replace("&amp;", "&");
  }

  private static List<String> labels(String page) {
    return Pattern.compile("number [0-9]{2}")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  @Test
  void parts_stay_put_while_new_runs_come_in_and_lead_back() {
    String first = page("/runs?q=number");
    assertThat(labels(first)).hasSize(25).startsWith("number 60").endsWith("number 36");
    assertThat(link(first, "before")).isEmpty();
    submit("number 61");
    submit("number 62");
    String second = page(link(first, "after"));
    assertThat(labels(second)).hasSize(25).startsWith("number 35").endsWith("number 11");
    String third = page(link(second, "after"));
    assertThat(labels(third)).hasSize(10).endsWith("number 01");
    assertThat(link(third, "after")).isEmpty();
    assertThat(labels(page(link(third, "before")))).isEqualTo(labels(second));
    // Not enough is newer for a whole part besides: the newest part there is.
    assertThat(labels(page(link(second, "before")))).startsWith("number 60");
  }

  @Test
  void filter_order_and_place_are_all_in_the_address() {
    String page = page("/runs?q=number&workload=sleep&state=queued&sort=oldest");
    assertThat(labels(page)).hasSize(25).startsWith("number 01");
    assertThat(link(page, "after"))
        .contains("q=number", "workload=sleep", "state=queued", "sort=oldest");
    assertThat(page).contains("of 6");
    assertThat(labels(page(link(page, "after")))).startsWith("number 26");
  }

  @Test
  void a_filter_that_nothing_matches_says_which_it_was() {
    assertThat(page("/runs?workload=fetch&q=nuc")).contains("workload:fetch nuc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"state=asleep", "workload=nap", "sort=colour", "q=%00", "contender=a%0Ab"})
  void an_address_that_cannot_be_is_refused_with_its_fault(String query) {
    var answer = server.visitor().get("/runs?" + query);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=nonsense", "before=nonsense", "after=", "unknown=1", "q="})
  void a_place_that_is_none_is_the_beginning(String query) {
    assertThat(labels(page("/runs?" + query))).hasSize(25);
  }
}

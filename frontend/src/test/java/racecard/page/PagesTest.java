package racecard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import racecard.view.Assets;
import racecard.view.run.RunParts;

final class PagesTest {
  private static final Set<String> ALLOWED_SCRIPTS =
      Set.of(Assets.href("app.js"), Assets.href("htmx.js"), Assets.href("sse.js"));

  private static Stream<DynamicTest> each(
      Map<String, String> pages, BiConsumer<String, Markup> check) {
    return pages.entrySet().stream()
        .map(page ->
            dynamicTest(
                page.getKey(), () -> check.accept(page.getKey(), Markup.read(page.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> each_page_is_well_formed_and_obeys_the_content_security_policy() {
    return each(Gallery.pages(), PagesTest::obeysThePolicy);
  }

  @TestFactory
  Stream<DynamicTest> hostile_text_stays_text() {
    return each(Gallery.hostilePages(), PagesTest::obeysThePolicy);
  }

  private static void obeysThePolicy(String name, Markup page) {
    assertThat(page.named("script"))
        .allMatch(script -> ALLOWED_SCRIPTS.contains(script.value("src")));
    assertThat(page.named("img")).isEmpty();
    assertThat(page.named("style")).hasSize(name.equals("file") ? 1 : 0);
    assertThat(page.elements())
        .noneMatch(element -> element.has("style"))
        .noneMatch(
            element -> element.attributes().keySet().stream().anyMatch(a -> a.startsWith("on")));
  }

  @TestFactory
  Stream<DynamicTest> ids_are_unique_and_what_points_to_them_finds_them() {
    return each(
        Gallery.pages(),
        (name, page) -> {
          List<String> ids = page.values("id");
          assertThat(ids).doesNotHaveDuplicates();
          assertThat(ids).containsAll(page.values("for")).containsAll(page.values("data-copy"));
          assertThat(ids).containsAll(page.values("aria-describedby"));
          assertThat(ids)
              .containsAll(
                  page.values("href").stream()
                      .filter(href -> href.startsWith("#"))
                      .map(href -> href.substring(1))
                      .toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> each_page_has_one_heading_and_each_drawing_a_name_or_none() {
    return each(
        Gallery.pages(),
        (name, page) -> {
          assertThat(page.named("h1")).hasSize(1);
          assertThat(page.named("title")).isNotEmpty();
          assertThat(
                  page.named("svg").stream().filter(svg -> !svg.value("class").equals("crossed")))
              .allMatch(svg ->
                  svg.value("role").equals("img") || svg.value("aria-hidden").equals("true"));
        });
  }

  @TestFactory
  Stream<DynamicTest> every_form_that_changes_something_carries_the_token() {
    return each(
        Gallery.pages(),
        (name, page) ->
            assertThat(page.values("name").stream().filter("csrf"::equals).count())
                .isEqualTo(
                    page.named("form").stream()
                        .filter(form -> form.value("method").equals("post"))
                        .count()));
  }

  @Test
  void a_file_and_a_shared_run_can_change_nothing() {
    assertThat(Markup.read(Gallery.pages().get("file")).named("form")).isEmpty();
    assertThat(Markup.read(Gallery.pages().get("file")).named("script")).isEmpty();
    assertThat(Markup.read(Gallery.pages().get("file")).named("link")).isEmpty();
    assertThat(Markup.read(Gallery.pages().get("shared")).named("form")).isEmpty();
  }

  @Test
  void each_fragment_of_a_run_stands_alone_and_in_its_section() {
    Templates templates = new StaticTemplates();
    RunParts parts = RunSamples.running();
    String page = templates.runParts(parts).render();
    Map<String, String> fragments =
        Map.of(
            "answer", templates.runShowAnswer(parts.answer()).render(),
            "actions", templates.runShowActions(parts.actions()).render(),
            "progress", templates.runShowProgress(parts.progress()).render(),
            "ranking", templates.runShowRanking(parts.ranking()).render(),
            "timeline", templates.runShowTimeline(parts.timeline()).render(),
            "rounds", templates.runShowRounds(parts.rounds()).render(),
            "latency", templates.runShowLatency(parts.latency()).render(),
            "why", templates.runShowWhy(parts.why()).render(),
            "numbers", templates.runShowNumbers(parts.numbers()).render());
    fragments.forEach((name, fragment) -> {
      Markup.read(fragment);
      assertThat(page)
          .contains(
              "<section id=\"run-%s\" sse-swap=\"%s\" data-live>%s</section>"
                  .formatted(name, name, fragment));
    });
  }

  @Test
  void a_browser_without_scripts_loads_a_live_page_again() {
    assertThat(Gallery.pages().get("run-running"))
        .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>");
    assertThat(Gallery.pages().get("run")).doesNotContain("http-equiv=\"refresh\"");
  }

  @Test
  void the_gallery_is_written_to_be_looked_at() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "gallery"));
    for (String asset : List.of("racecard.css", "app.js", "htmx.js", "sse.js", "icon.svg")) {
      Files.writeString(folder.resolve(asset), Assets.find(asset).orElseThrow().text());
    }
    for (Map.Entry<String, String> page : Gallery.pages().entrySet()) {
      String local = page.getValue().replaceAll("/static/([a-z.]+)\\?v=[0-9a-f]+", "$1");
      Files.writeString(folder.resolve(page.getKey() + ".html"), local);
    }
    assertThat(folder.resolve("run.html")).exists();
  }
}

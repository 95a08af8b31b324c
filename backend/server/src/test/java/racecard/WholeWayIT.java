package racecard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the form to the shared link in a real browser, on the real program, really measured. */
final class WholeWayIT {
  private static final double MEASURED_MS = 240_000;
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir private static Path data;
  private static ServerProcess server;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.start(data);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void a_person_submits_watches_reads_and_shares(boolean javaScript) {
    Page page = browser.visitor(javaScript);
    submit(page, "whole way <b>\"&");
    assertThat(page).hasURL(Pattern.compile(".*/runs/[a-z0-9]{8,10}$"));

    awaitDone(page);
    String answer = page.locator("h1.answer").innerText();
    Assertions.assertThat(answer).contains("as fast as");
    assertThat(page.locator("#run-answer .label")).hasText("whole way <b>\"&");
    assertThat(page.locator("#run-ranking")).containsText("virtual-threads");

    Page colleague = browser.visitor(javaScript);
    colleague.navigate(share(page));
    assertThat(colleague.locator("h1.answer")).hasText(answer);
    Assertions.assertThat(colleague.locator("main form, main button[type=submit]").count())
        .as("nothing to press on a shared page")
        .isZero();
    Assertions.assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void every_page_is_pictured_wide_and_narrow_in_light_and_dark() throws Exception {
    Files.createDirectories(PICTURES);
    Page page = browser.visitor(true);
    submit(page, "for the pictures");
    String run = page.url();
    awaitDone(page);
    String shared = share(page);
    List<String> addresses =
        List.of(
            server.at("/").toString(),
            server.at("/runs/new").toString(),
            server.at("/runs/new?tasks=none").toString(),
            run,
            run + "/shares",
            run + "/deletion",
            shared,
            server.at("/queue").toString(),
            server.at("/runs").toString(),
            server.at("/runs?q=nothing").toString(),
            server.at("/hosts").toString(),
            server.at("/rules").toString(),
            server.at("/import").toString(),
            server.at("/help/method").toString(),
            server.at("/help/glossary").toString(),
            server.at("/help/api").toString());
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(360, 1280)) {
        Page looking = browser.looking(width, scheme);
        for (String address : addresses) {
          picture(
              looking, address, "%s-%d".formatted(scheme.name().toLowerCase(Locale.ROOT), width));
        }
      }
    }
    Assertions.assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void an_error_has_a_page_too(int width) throws Exception {
    Files.createDirectories(PICTURES);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // Browsers themselves complain of the status.
      Page lost = browser.unwatched(width, scheme);
      picture(
          lost,
          server.at("/nowhere").toString(),
          "%s-%d".formatted(scheme.name().toLowerCase(Locale.ROOT), width));
      assertThat(lost.locator("main h1")).isVisible();
    }
  }

  private static void submit(Page page, String label) {
    page.navigate(server.at("/runs/new").toString());
    page.locator("input[name=workload][value=sleep]").check();
    page.locator("[name='sleep.sleep_ms']").fill("20");
    for (String left :
        List.of("threads", "thread-pool", "processes", "process-pool", "event-loop")) {
      page.locator("input[name=contenders][value='jvm/" + left + "']").uncheck();
    }
    page.locator("input[name=precision][value=quick]").check();
    page.getByText("Advanced").click();
    page.locator("[name=label]").fill(label);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run").setExact(true))
        .click();
  }

  private static void awaitDone(Page page) {
    assertThat(page.locator("#run-answer .state"))
        .hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(MEASURED_MS));
    assertThat(page.locator("#run-actions").getByText("Share", exactly())).isVisible();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  /** Makes a link, in the dialog where there is JavaScript, and gives its address. */
  private static String share(Page page) {
    page.locator("#run-actions").getByText("Share", exactly()).click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a link")).click();
    return page.locator(".share-link input[readonly]").first().inputValue();
  }

  private static void picture(Page page, String address, String how) throws IOException {
    page.navigate(address);
    page.waitForLoadState(LoadState.LOAD);
    String name =
        address
            .replaceFirst("^https?://[^/]*/", "")
            .replaceAll("runs/[a-z0-9]{8,10}(?=/|$)", "run")
            .replaceAll("^s/.*", "shared")
            .replaceAll("[/?=]+", "-");
    Path file = PICTURES.resolve((name.isEmpty() ? "overview" : name) + "-" + how + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    Assertions.assertThat(
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("%s at %s does not scroll sideways", address, how)
        .isEqualTo(true);
    Assertions.assertThat(Files.size(file)).isPositive();
  }
}

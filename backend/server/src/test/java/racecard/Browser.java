package racecard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The installed Chromium without a window; remembers everything that pages complain about. */
final class Browser implements AutoCloseable {
  private static final double LIMIT_MS = 20_000;
  // Nothing here speaks to anything but the server under test, and root may not use the sandbox.
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Starts it; fails saying what to install where it is missing. */
  static Browser start() {
    System.setProperty("playwright.nodejs.path", program("node", "nodejs").toString());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program("chromium", "chromium-browser", "google-chrome"))
                    .setArgs(FLAGS)));
  }

  private static Path program(String... names) {
    return Stream.of(names)
        .flatMap(name -> onPath(name).stream())
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "the tests in a browser need %s: ./racecard test installs it, or apt-get does"
                    .formatted(String.join(" or ", names))));
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A page of a person of their own: no cookie, nothing remembered. */
  Page visitor(boolean javaScript) {
    return watched(chromium.newContext(options(1280, 900).setJavaScriptEnabled(javaScript)));
  }

  /** A page of that width, light or dark. */
  Page looking(int width, ColorScheme scheme) {
    return watched(chromium.newContext(options(width, 900).setColorScheme(scheme)));
  }

  /** The same, whatever it complains of. */
  Page unwatched(int width, ColorScheme scheme) {
    return limited(chromium.newContext(options(width, 900).setColorScheme(scheme)));
  }

  private static com.microsoft.playwright.Browser.NewContextOptions options(int width, int height) {
    return new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height);
  }

  private Page watched(BrowserContext context) {
    context.onConsoleMessage(said -> complaints.add(said.type() + ": " + said.text()));
    context.onWebError(error -> complaints.add("error: " + error.error()));
    return limited(context);
  }

  private static Page limited(BrowserContext context) {
    context.setDefaultTimeout(LIMIT_MS);
    return context.newPage();
  }

  /** Whatever pages wrote to the console or threw, so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}

package racecard.web.page.live;

import gg.jte.models.runtime.JteModel;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import racecard.page.Templates;
import racecard.run.Run;
import racecard.view.run.RunParts;
import racecard.web.page.Html;
import racecard.web.page.run.RunView;

/** Renders each part of a run's page alone, once for all who watch it. */
final class Fragments {
  private static final Templates TEMPLATES = Html.TEMPLATES;
  // Stands for each watcher's own form token. Nobody outside ever sees it, so no text of a user
  // can hold it.
  private static final String TOKEN = token();

  private final RunView view;

  Fragments(RunView view) {
    this.view = view;
  }

  /** Every fragment by name, with a stand-in for the form token of the reader. */
  SequencedMap<String, String> of(Run run, String base) {
    RunParts parts = view.parts(run, reader(run, base));
    SequencedMap<String, String> html = new LinkedHashMap<>();
    html.put("answer", html(parts.answer(), TEMPLATES::runShowAnswer));
    html.put("actions", html(parts.actions(), TEMPLATES::runShowActions));
    html.put("progress", html(parts.progress(), TEMPLATES::runShowProgress));
    html.put("levels", html(parts.levels(), TEMPLATES::runShowLevels));
    html.put("ranking", html(parts.ranking(), TEMPLATES::runShowRanking));
    html.put("timeline", html(parts.timeline(), TEMPLATES::runShowTimeline));
    html.put("rounds", html(parts.rounds(), TEMPLATES::runShowRounds));
    html.put("latency", html(parts.latency(), TEMPLATES::runShowLatency));
    html.put("why", html(parts.why(), TEMPLATES::runShowWhy));
    html.put("numbers", html(parts.numbers(), TEMPLATES::runShowNumbers));
    html.put("environment", html(parts.environment(), TEMPLATES::runShowEnvironment));
    html.put("use", html(parts.use(), TEMPLATES::runShowUse));
    html.put("repeat", html(parts.repeat(), TEMPLATES::runShowRepeat));
    return html;
  }

  private static RunView.Reader reader(Run run, String base) {
    return new RunView.Reader(TOKEN, base, "/runs/" + run.publicId(), null, null);
  }

  /** The fragment as the reader with this token gets it. */
  static String forReader(String html, String csrf) {
    return html.replace(TOKEN, csrf);
  }

  private static <T> String html(@Nullable T part, Function<T, JteModel> template) {
    return part == null ? "" : template.apply(part).render();
  }

  private static String token() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return "t" + HexFormat.of().formatHex(bytes);
  }
}

package racecard.web.page.run;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.report.RunReport;
import racecard.run.Run;
import racecard.view.run.RunParts.RuntimeLink;

/** {@code ?runtime=}: one runtime's contenders alone. */
final class RuntimeLinks {
  private static final String FIELD = "runtime";

  private RuntimeLinks() {}

  /** The runtime that is asked for; null when none is that the run has. */
  static @Nullable String chosen(Context ctx, Run run) {
    String asked = ctx.queryParam(FIELD);
    return run.plan().contenders().stream()
        .map(ContenderName::runtime)
        .filter(runtime -> runtime.equals(asked))
        .findFirst()
        .orElse(null);
  }

  /** The address of what is shown. */
  static String href(String path, @Nullable String runtime) {
    return runtime == null ? path : path + (path.contains("?") ? "&" : "?") + FIELD + "=" + runtime;
  }

  /** All, and each; none where there is nothing to choose. */
  static List<RuntimeLink> of(RunReport report, @Nullable String path, @Nullable String chosen) {
    List<RuntimeLink> links = new ArrayList<>();
    if (path == null || report.runtimes().size() < 2) {
      return links;
    }
    links.add(new RuntimeLink("all runtimes", path, chosen == null));
    for (String runtime : report.runtimes()) {
      links.add(new RuntimeLink(runtime, href(path, runtime), runtime.equals(chosen)));
    }
    return links;
  }
}

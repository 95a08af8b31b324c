package racecard.web.page.run;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecard.report.RunReport;
import racecard.report.Snippet;
import racecard.view.run.Use;

/** The best contenders as programs to copy. */
final class UseView {
  private UseView() {}

  /** Null while nobody can be told to be the best, and where no program is known. */
  static @Nullable Use of(RunReport report) {
    List<Snippet> snippets = report.snippets();
    return snippets.isEmpty()
        ? null
        : new Use(
            IntStream.range(0, snippets.size())
                .mapToObj(i -> program(snippets.get(i), i))
                .toList());
  }

  private static Use.Program program(Snippet snippet, int i) {
    return new Use.Program(String.valueOf(i), snippet.title(), snippet.text());
  }
}

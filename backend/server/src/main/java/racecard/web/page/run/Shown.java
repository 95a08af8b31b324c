package racecard.web.page.run;

import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import racecard.report.ContenderResult;
import racecard.report.Figures;
import racecard.report.RunReport;
import racecard.view.Contender;

/** Small things that several parts of the page show alike. */
final class Shown {
  private Shown() {}

  /** A contender below the heading of its runtime where each is compared by itself. */
  static Contender contender(RunReport report, ContenderResult result) {
    return new Contender(result.name(), result.label(), report.group(result));
  }

  static @Nullable Contender contender(RunReport report, @Nullable String name) {
    return name == null ? null : new Contender(name, report.names().label(name));
  }

  /** A figure, or the sign that there is none. */
  static String figure(@Nullable Number number, DoubleFunction<String> words) {
    return number == null ? Figures.NONE : words.apply(number.doubleValue());
  }
}

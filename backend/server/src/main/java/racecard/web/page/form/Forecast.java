package racecard.web.page.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.queue.Prospect;
import racecard.report.Figures;
import racecard.run.CheckedRequest;
import racecard.run.FieldError;
import racecard.view.form.EstimateLine;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Rooms;
import racecard.web.page.Times;

/** The line under the button: how long a run takes, and when it begins. */
public final class Forecast {
  private static final long MS = 1_000;

  private final Rooms rooms;
  private final Desk desk;
  private final Times times;

  Forecast(Rooms rooms, Desk desk, Times times) {
    this.rooms = rooms;
    this.desk = desk;
    this.times = times;
  }

  EstimateLine of(CheckedRequest checked, String workload) {
    return switch (checked) {
      case CheckedRequest.Accepted accepted ->
          new EstimateLine(amount(accepted) + " · " + waiting(), warning(accepted));
      case CheckedRequest.Refused(List<FieldError> errors) ->
          new EstimateLine("", wrong(FieldNames.ofForm(errors, workload)));
    };
  }

  private String amount(CheckedRequest.Accepted accepted) {
    int contenders = accepted.plan().contenders().size();
    Levels levels = accepted.levels();
    String each = levels.map() ? " cells" : " levels";
    return "%s%s ≈ %s"
        .formatted(
            contenders == 1 ? "1 contender" : contenders + " contenders",
            levels.none() ? "" : " × " + levels.count() + each,
            Figures.span(desk.estimateMs(accepted.cells()) / MS));
  }

  private String waiting() {
    Prospect prospect = rooms.line().prospect(rooms.lanes());
    String ahead =
        switch ((int) Math.min(prospect.ahead(), 2)) {
          case 0 -> "";
          case 1 -> "1 run ahead of you, ";
          default -> Figures.count(prospect.ahead()) + " runs ahead of you, ";
        };
    return ahead + start(prospect);
  }

  private String start(Prospect prospect) {
    if (prospect.etaS().isPresent()) {
      return times.starts(prospect.etaS().getAsLong());
    }
    return rooms.pause().paused()
        ? "starts when the queue is resumed"
        : "starts when a worker returns";
  }

  private String warning(CheckedRequest.Accepted accepted) {
    List<String> warnings = new ArrayList<>();
    Plan plan = accepted.plan();
    long seconds = desk.estimateMs(plan) / MS;
    if (plan.precision() != Precision.QUICK && seconds > plan.budgetS()) {
      warnings.add(
          "Three generations, the least there are, take about %s: more than the time budget of %s."
              .formatted(Figures.span(seconds), Figures.span(plan.budgetS())));
    }
    accepted.doubts().forEach(doubt -> warnings.add(sentence(doubt.message())));
    return String.join(" ", warnings);
  }

  private static String wrong(List<FieldError> errors) {
    if (errors.size() == 1) {
      return "Cannot be measured yet: %s %s."
          .formatted(errors.getFirst().field(), errors.getFirst().message());
    }
    return "Cannot be measured yet: %d fields are wrong.".formatted(errors.size());
  }

  /** How long a form's run takes, as {@code 1 min 10 s}; empty when it cannot be measured. */
  public static Optional<String> duration(Form form, Desk desk) {
    return switch (desk.check(FormRequest.of(form))) {
      case CheckedRequest.Accepted accepted ->
          Optional.of(Figures.span(desk.estimateMs(accepted.cells()) / MS));
      case CheckedRequest.Refused _ -> Optional.empty();
    };
  }

  static String sentence(String message) {
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}

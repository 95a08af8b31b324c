package racecard.web.page.form;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.run.CheckedRequest;
import racecard.run.FieldError;
import racecard.run.RequestCheck;
import racecard.view.Frame;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.Option;
import racecard.view.form.NewRun;
import racecard.view.form.NewRun.Advanced;
import racecard.view.form.NewRun.Amount;
import racecard.view.form.NewRun.PrecisionChoice;
import racecard.view.form.NewRun.WorkloadChoice;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Rooms;
import racecard.web.page.Times;

/** Shows a form: what is typed in it, what the check said of it, and how long it takes. */
final class FormView {
  private static final String DEFAULT_MARGIN = "5";

  private final Rooms rooms;
  private final Desk desk;
  private final Forecast forecast;

  FormView(Rooms rooms, Desk desk) {
    this.rooms = rooms;
    this.desk = desk;
    this.forecast = new Forecast(rooms, desk, new Times(rooms.clock()));
  }

  /**
   * What a form says besides its fields.
   *
   * @param key makes pressing twice one run
   * @param from the run it was filled from; null when none
   * @param asks whether what is doubtful must be confirmed
   */
  record Circumstances(Frame frame, String key, @Nullable Link from, boolean asks) {}

  NewRun of(Form form, CheckedRequest checked, Circumstances around) {
    Fields fields = new Fields(form, errors(form, checked));
    Amount amount = amount(fields);
    Advanced advanced = advanced(fields);
    return new NewRun(
        around.frame(),
        List.of(new Hidden(SubmitKey.FIELD, around.key())),
        around.from(),
        fields.elsewhere(shown()),
        around.asks() ? doubts(checked) : List.of(),
        Workload.executed().stream().map(workload -> choice(workload, fields)).toList(),
        new ContenderChoices(rooms, fields).view(),
        form.text(FieldNames.CONTROL).equals(FieldNames.YES),
        amount,
        advanced,
        forecast.of(checked, form.text(FieldNames.WORKLOAD)));
  }

  private static List<FieldError> errors(Form form, CheckedRequest checked) {
    return switch (checked) {
      case CheckedRequest.Accepted _ -> List.of();
      case CheckedRequest.Refused(List<FieldError> errors) ->
          FieldNames.ofForm(errors, form.text(FieldNames.WORKLOAD));
    };
  }

  private static List<String> doubts(CheckedRequest checked) {
    return switch (checked) {
      case CheckedRequest.Accepted accepted ->
          accepted.doubts().stream().map(doubt -> Forecast.sentence(doubt.message())).toList();
      case CheckedRequest.Refused _ -> List.of();
    };
  }

  private Stream<String> shown() {
    String urls = FieldNames.parameter(Workload.FETCH, FieldNames.URLS);
    return FieldNames.all()
        .filter(field -> !field.equals(FieldNames.WORKLOAD) && !field.equals(FieldNames.MARGIN))
        .filter(field -> !field.equals(urls) || rooms.urlPolicy().allowsSome());
  }

  private WorkloadChoice choice(Workload workload, Fields fields) {
    return new WorkloadChoice(
        workload.id(),
        workload.id(),
        workload.sentence(),
        duration(workload, fields.form()),
        workload.id().equals(fields.form().text(FieldNames.WORKLOAD)),
        fields.parameters(workload),
        workload == Workload.FETCH && rooms.urlPolicy().allowsSome() ? fields.urls() : null);
  }

  private String duration(Workload workload, Form form) {
    Form other =
        form.with(FieldNames.WORKLOAD, workload.id())
            .with(FieldNames.parameter(Workload.FETCH, FieldNames.URLS), "");
    return Forecast.duration(other, desk).map("about %s in all"::formatted).orElse("");
  }

  private static Amount amount(Fields fields) {
    String chosen = fields.form().text(FieldNames.PRECISION);
    return new Amount(
        fields.tasks(),
        fields.inFlight(),
        fields.levels(),
        varies(fields),
        Stream.of(Precision.values())
            .map(precision -> choice(precision, precision.id().equals(chosen)))
            .toList(),
        fields.error(FieldNames.PRECISION));
  }

  private static boolean varies(Fields fields) {
    return fields.levels().stream()
        .anyMatch(level -> !level.value().isBlank() || level.error() != null);
  }

  private static PrecisionChoice choice(Precision precision, boolean chosen) {
    return switch (precision) {
      case QUICK ->
          new PrecisionChoice(
              precision.id(),
              "Quick",
              "three generations of three blocks, whatever they show",
              chosen);
      case BALANCED ->
          new PrecisionChoice(
              precision.id(), "Balanced", "until each is told apart from its baseline", chosen);
      case CAREFUL ->
          new PrecisionChoice(
              precision.id(), "Careful", "until each is told apart from the leader too", chosen);
    };
  }

  private static Advanced advanced(Fields fields) {
    Form form = fields.form();
    return new Advanced(
        opened(fields),
        RequestCheck.MARGINS.stream()
            .map(String::valueOf)
            .map(margin -> new Option(margin, margin + " %", margin.equals(margin(form))))
            .toList(),
        fields.budget(),
        fields.seed(),
        fields.label(),
        fields.tags(),
        fields.note());
  }

  private static boolean opened(Fields fields) {
    Stream<String> texts =
        Stream.of(
            FieldNames.BUDGET, FieldNames.SEED, FieldNames.LABEL, FieldNames.TAGS, FieldNames.NOTE);
    return !margin(fields.form()).equals(DEFAULT_MARGIN)
        || fields.error(FieldNames.MARGIN) != null
        || texts.anyMatch(name -> fields.form().has(name) || fields.error(name) != null);
  }

  private static String margin(Form form) {
    return form.has(FieldNames.MARGIN) ? form.text(FieldNames.MARGIN) : DEFAULT_MARGIN;
  }
}

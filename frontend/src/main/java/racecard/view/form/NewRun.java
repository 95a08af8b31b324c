package racecard.view.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.view.Frame;
import racecard.view.Hidden;
import racecard.view.Link;
import racecard.view.Option;

/**
 * The form that asks for a run, empty, prefilled or refused.
 *
 * @param hidden the idempotency key and the like; the CSRF token comes from the frame
 * @param from the run it was filled from; null when none
 * @param problems what is wrong with no field in particular
 * @param doubts what the person may not have meant; not empty shows "Run anyway"
 * @param control whether the baseline is measured twice
 */
public record NewRun(
    Frame frame,
    List<Hidden> hidden,
    @Nullable Link from,
    List<String> problems,
    List<String> doubts,
    List<WorkloadChoice> workloads,
    Contenders contenders,
    boolean control,
    Amount amount,
    Advanced advanced,
    EstimateLine estimate) {

  /** The fields that are wrong, each leading to its control. */
  public List<Link> wrong() {
    return Stream.of(wrongWork(), wrongContenders(), wrongAmount(), advanced.wrong())
        .flatMap(wrong -> wrong)
        .toList();
  }

  /** Which fields the estimate is asked with: what can be long or must stay secret is left out. */
  public String estimated() {
    return Stream.concat(
            Stream.of("csrf", "label", "tags", "note"), hidden.stream().map(Hidden::name))
        .collect(Collectors.joining(",", "not ", ""));
  }

  private Stream<Link> wrongWork() {
    return workloads.stream().filter(WorkloadChoice::chosen).flatMap(WorkloadChoice::wrong);
  }

  private Stream<Link> wrongContenders() {
    return Stream.of(
            new Wrong("contenders", "field-contenders", contenders.error()),
            new Wrong("divide by", "field-baseline", contenders.baselineError()))
        .flatMap(Wrong::link);
  }

  private Stream<Link> wrongAmount() {
    return Stream.of(
            Stream.of(new Wrong(amount.tasks()), new Wrong(amount.inFlight())),
            amount.levels().stream().map(Wrong::new),
            Stream.of(new Wrong("precision", "field-precision", amount.precisionError())))
        .flatMap(wrong -> wrong)
        .flatMap(Wrong::link);
  }

  /**
   * A card of step 1 with its parameters.
   *
   * @param id posted as {@code workload}
   * @param duration as "about 0.1 s per task here"; empty when nobody knows
   * @param numbers named {@code <workload>.<parameter>}, as {@code power.exponent}
   * @param urls the user's own addresses, one a line; null where the workload or the operator's
   *     policy has none
   */
  public record WorkloadChoice(
      String id,
      String title,
      String sentence,
      String duration,
      boolean chosen,
      List<NumberField> numbers,
      @Nullable TextField urls) {

    private Stream<Link> wrong() {
      return Stream.concat(
              numbers.stream().map(Wrong::new), Stream.ofNullable(urls).map(Wrong::new))
          .flatMap(Wrong::link);
    }
  }

  /**
   * Step 2.
   *
   * @param baselines the first is "sequential of the same runtime", with an empty value
   * @param error what is wrong with the choice; null when nothing is
   */
  public record Contenders(
      List<RuntimeGroup> runtimes,
      List<Option> baselines,
      @Nullable String error,
      @Nullable String baselineError) {}

  /**
   * A runtime and its contenders.
   *
   * @param title as "JVM · Temurin 25.0.3"
   * @param open whether they are shown at once
   * @param missing those that cannot be measured here
   * @param remedies the commands that would change that
   */
  public record RuntimeGroup(
      String title,
      boolean open,
      List<ContenderChoice> contenders,
      List<Missing> missing,
      List<String> remedies) {

    /** As "12 contenders, 3 ticked". */
    public String summary() {
      long ticked = contenders.stream().filter(ContenderChoice::chosen).count();
      return contenders.isEmpty()
          ? "cannot be measured"
          : "%d %s, %s ticked"
              .formatted(
                  contenders.size(),
                  contenders.size() == 1 ? "contender" : "contenders",
                  ticked == 0 ? "none" : Long.toString(ticked));
    }
  }

  /** Contenders that cannot be measured here for the same reason. */
  public record Missing(List<racecard.view.Contender> contenders, String reason) {}

  /**
   * A box to tick; its name is posted each time it is ticked.
   *
   * @param sentence what the strategy does
   * @param mistake whether it is one to learn from
   */
  public record ContenderChoice(
      racecard.view.Contender contender, String sentence, boolean chosen, boolean mistake) {}

  /**
   * Step 3.
   *
   * @param levels of what may vary within the run
   * @param varies whether they are shown at once, because one is filled in or wrong
   */
  public record Amount(
      NumberField tasks,
      NumberField inFlight,
      List<TextField> levels,
      boolean varies,
      List<PrecisionChoice> precisions,
      @Nullable String precisionError) {}

  /** One of Quick, Balanced, Careful, posted as {@code precision}. */
  public record PrecisionChoice(String value, String title, String sentence, boolean chosen) {}

  /**
   * What most people leave alone.
   *
   * @param open whether it is shown at once, because something in it was changed or is wrong
   */
  public record Advanced(
      boolean open,
      List<Option> margins,
      NumberField budget,
      NumberField seed,
      TextField label,
      TextField tags,
      TextField note) {

    private Stream<Link> wrong() {
      return Stream.of(
              new Wrong(budget),
              new Wrong(seed),
              new Wrong(label),
              new Wrong(tags),
              new Wrong(note))
          .flatMap(Wrong::link);
    }
  }
}

package racecard.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.run.Run;
import racecard.statistics.Assessment;

/**
 * A run with all that pages, API and exports show of it.
 *
 * @param leaders who leads: of each runtime where each is compared by itself, else one
 * @param assessment what the worker decided last; null before the first generation is complete
 * @param contenders in the order asked for
 * @param host where it is or was measured; null before
 * @param limit null when nobody knows it
 * @param why sentences from measured figures, which stand between asterisks
 * @param snippets the best contender of each runtime as a program to copy
 * @param surroundings null before a generation began
 * @param further what measuring more would tell; null before a generation is complete
 */
public record RunReport(
    Run run,
    Plan plan,
    Names names,
    Stage stage,
    Answer answer,
    List<String> leaders,
    @Nullable Assessment assessment,
    List<ContenderResult> contenders,
    @Nullable MeasuredOn host,
    @Nullable Limit limit,
    List<String> why,
    List<Snippet> snippets,
    @Nullable Surroundings surroundings,
    @Nullable Further further) {

  /** Copies the lists. */
  public RunReport {
    leaders = List.copyOf(leaders);
    contenders = List.copyOf(contenders);
    why = List.copyOf(why);
    snippets = List.copyOf(snippets);
  }

  /** The contender {@code name}. */
  public Optional<ContenderResult> contender(String name) {
    return contenders.stream().filter(contender -> contender.name().equals(name)).findFirst();
  }

  /**
   * The contenders with a time: best first, those without a rank at the end; runtime by runtime
   * where each is compared by itself.
   */
  public List<ContenderResult> placed() {
    List<String> groups = groups();
    return contenders.stream()
        .filter(contender -> contender.medianNs() != null)
        .sorted(
            Comparator.comparingInt((ContenderResult c) -> groups.indexOf(group(c)))
                .thenComparingInt(RunReport::rank)
                .thenComparingDouble(c -> Objects.requireNonNull(c.medianNs())))
        .toList();
  }

  /** The runtimes that are compared each by itself, as asked for; empty where all are together. */
  public List<String> groups() {
    return names.severalRuntimes() && plan.baseline() == null ? runtimes() : List.of();
  }

  /** The runtime among which {@code contender} is shown; empty where all are together. */
  public String group(ContenderResult contender) {
    return groups().isEmpty() ? "" : ContenderName.parse(contender.name()).runtime();
  }

  /** What the baseline of most contenders is called; "baseline" where there are several. */
  public String baselineLabel() {
    if (!groups().isEmpty()) {
      return "its sequential";
    }
    List<String> baselines =
        placed().stream().map(ContenderResult::baseline).distinct().map(names::label).toList();
    return baselines.size() == 1 ? baselines.getFirst() : "baseline";
  }

  /** The same with the contenders of {@code runtime} alone; the answer and its reasons stay. */
  public RunReport only(String runtime) {
    return new RunReport(
        run,
        plan,
        names,
        stage,
        answer,
        leaders,
        assessment,
        contenders.stream()
            .filter(one -> ContenderName.parse(one.name()).runtime().equals(runtime))
            .toList(),
        host,
        limit,
        why,
        snippets,
        surroundings,
        further);
  }

  /** The runtimes of the contenders, as asked for. */
  public List<String> runtimes() {
    return plan.contenders().stream().map(ContenderName::runtime).distinct().toList();
  }

  /** How many generations the answer rests on. */
  public int generations() {
    return assessment == null ? 0 : assessment.comparison().generations();
  }

  /** Whether the answer may still change by itself. */
  public boolean provisional() {
    return answer.provisional() && !run.state().isFinal();
  }

  /** Whether this contender leads those it is compared with. */
  public boolean leads(ContenderResult contender) {
    return leaders.contains(contender.name());
  }

  private static int rank(ContenderResult contender) {
    Integer rank = contender.placing() == null ? null : contender.placing().rank();
    return rank == null ? Integer.MAX_VALUE : rank;
  }

  /** What is measured, in short, as {@code downloads · 10 × 4 × 50 ms}. */
  public String work() {
    return Work.brief(plan);
  }

  /** What is measured, as {@code 10 tasks × 4 downloads of 50 ms, all in flight}. */
  public String wholeWork() {
    return Work.whole(plan);
  }
}

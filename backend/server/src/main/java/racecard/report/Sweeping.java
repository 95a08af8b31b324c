package racecard.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.queue.Job;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.Generation;
import racecard.sample.Outcome;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;
import racecard.statistics.Round;
import racecard.statistics.Spans;

/** Makes what a run of several cells came to from what is stored of it. */
final class Sweeping {
  private final Run run;
  private final List<Plan> plans;
  private final Map<Integer, List<Job>> jobs = new LinkedHashMap<>();
  private final Map<Integer, Assessment> assessments = new LinkedHashMap<>();

  Sweeping(Run run, List<Job> jobs, List<Outcome> outcomes) {
    this.run = run;
    this.plans = run.cells();
    jobs.forEach(job -> this.jobs.computeIfAbsent(job.cell(), cell -> new ArrayList<>()).add(job));
    outcomes.forEach(outcome -> assessments.put(outcome.cell(), outcome.assessment()));
  }

  /** All of it, with the intervals that {@code rounds} give, by cell. */
  Sweep sweep(Stage stage, Map<Integer, List<Round>> rounds, List<Generation> generations) {
    List<CellResult> cells = results(rounds);
    LineMaking making = new LineMaking(run, cells);
    List<Sweep.Line> lines = run.levels().map() ? List.of() : making.lines();
    List<ChoiceMap> maps = run.levels().map() ? MapMaking.of(run.levels(), cells) : List.of();
    return new Sweep(
        run,
        stage,
        answer(cells, lines, maps),
        cells.stream().map(this::cell).toList(),
        lines,
        run.levels().map() ? List.of() : making.linear(),
        maps,
        Facts.host(generations, jobs.values().stream().flatMap(List::stream).toList()));
  }

  /** The answer alone, from assessments. */
  Answer answer() {
    List<CellResult> cells = results(Map.of());
    return run.levels().map()
        ? answer(cells, List.of(), MapMaking.of(run.levels(), cells))
        : answer(cells, new LineMaking(run, cells).lines(), List.of());
  }

  private Answer answer(List<CellResult> cells, List<Sweep.Line> lines, List<ChoiceMap> maps) {
    Optional<Answer> found =
        run.levels().map()
            ? new MapAnswer(run, maps).answer()
            : new ScalingAnswer(run, cells, lines).answer();
    return found.map(this::soFar).orElseGet(this::nothing);
  }

  /** Says how much of it is measured, where that is not all. */
  private Answer soFar(Answer answer) {
    int measured = assessments.size();
    if (measured == plans.size()) {
      return answer;
    }
    boolean open = !run.state().isFinal();
    String rest =
        " %s %d of %d %s."
            .formatted(open ? "So far, from" : "From", measured, plans.size(), cellsWord());
    return new Answer(answer.leader(), answer.winner(), answer.rest() + rest, answer.brief(), open);
  }

  private String cellsWord() {
    return run.levels().map() ? "cells" : "levels";
  }

  private Answer nothing() {
    if (assessments.size() == 1 && run.state().isFinal() && !run.levels().map()) {
      return Answer.of(
          "Scaling needs at least two levels; this run measured one.", "One level measured");
    }
    return switch (run.state()) {
      case QUEUED -> Answer.of("Not measured yet: the run waits in the queue.", "");
      case RUNNING, STOPPING -> Answer.of("No answer yet: the first comes after some cells.", "");
      case DONE -> Answer.of("No verdict in any cell.", "No verdict");
      case FAILED -> Answer.of("Failed before there was an answer.", "");
      case CANCELLED -> Answer.of("Cancelled before there was an answer.", "");
    };
  }

  private List<CellResult> results(Map<Integer, List<Round>> rounds) {
    List<CellResult> results = new ArrayList<>();
    for (int cell = 0; cell < plans.size(); cell++) {
      results.add(result(cell, rounds.get(cell)));
    }
    return results;
  }

  private CellResult result(int cell, @Nullable List<Round> rounds) {
    Plan plan = plans.get(cell);
    Assessment assessment = assessments.get(cell);
    RunState state = CellRun.state(jobs.getOrDefault(cell, List.of()));
    if (assessment == null) {
      return new CellResult(cell, plan, state, null, List.of(), Map.of());
    }
    List<Compared> compared = Compared.of(plan, assessment);
    if (rounds == null) {
      return new CellResult(cell, plan, state, assessment, compared, Map.of());
    }
    List<String> names = assessment.entrants().stream().map(Entrant::name).toList();
    List<Round> counted =
        rounds.stream().filter(round -> names.contains(round.contender())).toList();
    return new CellResult(cell, plan, state, assessment, compared, Spans.of(counted, names));
  }

  private Sweep.Cell cell(CellResult result) {
    Assessment assessment = result.assessment();
    String leader = assessment == null ? null : assessment.comparison().leader();
    return new Sweep.Cell(
        result.number(),
        result.plan(),
        run.levels().words(result.plan()),
        result.state(),
        leader,
        assessment == null || leader == null ? null : assessment.grade(),
        assessment == null
            ? ""
            : Answering.of(result.plan(), result.state(), result.compared()).brief(),
        result.state() == RunState.FAILED
            ? Stages.failure(jobs.getOrDefault(result.number(), List.of()))
            : null);
  }
}

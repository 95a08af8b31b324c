package racecard.web.http;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.run.CheckedRequest;
import racecard.run.Estimate;
import racecard.run.MoreAsked;
import racecard.run.MoreMeasured;
import racecard.run.NewRun;
import racecard.run.RequestCheck;
import racecard.run.Run;
import racecard.run.Submission;

/** Where form and API hand in their requests, so that both are checked and kept alike. */
public final class Desk {
  /** The most generations that may be added to a run at once. */
  public static final int MAX_GENERATIONS = 100;

  private static final long MILLISECONDS = 1_000;
  private static final Pattern PUBLIC_ID = Pattern.compile("[0-9a-z]{8,10}");

  private final Rooms rooms;
  private final SecureRandom seeds = new SecureRandom();

  /** Takes requests for {@code rooms}. */
  public Desk(Rooms rooms) {
    this.rooms = rooms;
  }

  /** Checks a request whose keys and types are the API's. */
  public CheckedRequest check(Map<String, ?> request) {
    return new RequestCheck(
            rooms.catalog().get(),
            rooms.urlPolicy(),
            () -> seeds.nextLong(RequestCheck.MAX_SEED),
            rooms.cores())
        .check(request);
  }

  /** Makes the run, or finds the one that the same key made before. */
  public Submission submit(
      CheckedRequest.Accepted accepted, @Nullable String submitKey, String submittedBy) {
    return rooms
        .runs()
        .submit(
            new NewRun(
                accepted.plan(),
                accepted.label(),
                accepted.tags(),
                accepted.note(),
                submittedBy,
                submitKey,
                null,
                accepted.levels(),
                accepted.cells().stream().map(this::estimateMs).toList()));
  }

  /** How long measuring all of {@code cells} probably takes. */
  public long estimateMs(List<Plan> cells) {
    return cells.stream().mapToLong(this::estimateMs).sum();
  }

  /** How long measuring {@code plan} probably takes. */
  public long estimateMs(Plan plan) {
    return Math.round(Estimate.seconds(plan, rooms.cores()) * MILLISECONDS);
  }

  /** How long {@code generations} further ones of {@code plan} probably take. */
  public long estimateMs(Plan plan, int generations) {
    return estimateMs(plan) * generations / Estimate.GENERATIONS;
  }

  /**
   * Queues {@code add} further generations of a run's cell, of the contenders named {@code alone}
   * or of all; false when it is not final. Refuses one that was measured elsewhere.
   */
  public boolean measureMore(Run run, int cell, int add, List<ContenderName> alone) {
    long estimateMs = estimateMs(run.cells().get(cell).alone(alone), add);
    return added(run, new MoreAsked(cell, add, alone, estimateMs));
  }

  private boolean added(Run run, MoreAsked asked) {
    return switch (rooms.runs().measureMore(run.publicId(), asked)) {
      case MoreMeasured.Queued _ -> true;
      case MoreMeasured.NotFinal _ -> false;
      case MoreMeasured.NotMeasured _ ->
          throw Refusal.of(
              409, "The run ended before all of it was measured: run it again, then profile it.");
      case MoreMeasured.Elsewhere _ ->
          throw Refusal.of(
              409, "The run was imported: more of it can only be measured where it was measured.");
      case MoreMeasured.Unknown _ -> throw noRun(run.publicId());
    };
  }

  /**
   * Queues a profile of a run's cell, of the contenders named {@code these} or of all; false when
   * it is not final. Refuses one that was not measured to its end, or elsewhere.
   */
  public boolean profile(Run run, int cell, List<ContenderName> these) {
    long estimateMs = estimateMs(run.cells().get(cell).profiling(these));
    return added(run, new MoreAsked(cell, 0, these, estimateMs));
  }

  /** Deletes a run with everything measured for it; refuses one that is not final. */
  public void delete(String publicId) {
    switch (rooms.runs().delete(publicId)) {
      case DELETED -> {}
      case NOT_FINAL -> throw Refusal.of(409, "The run is not finished yet: cancel it first.");
      case UNKNOWN -> throw noRun(publicId);
    }
  }

  /** The run with this public id; refuses an id that no run has. */
  public Run run(String publicId) {
    return Optional.of(publicId)
        .filter(PUBLIC_ID.asMatchPredicate())
        .flatMap(rooms.runs()::find)
        .orElseThrow(() -> noRun(publicId));
  }

  /** What is answered to an id that no run has. */
  public static Refusal noRun(String publicId) {
    return Refusal.notFound("There is no run %s. It may have been deleted.".formatted(publicId));
  }
}

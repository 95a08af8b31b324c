package racecard.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the report of one run from what is stored of it. */
final class Reporting {
  private Reporting() {}

  static RunReport report(Stored stored, Stages stages) {
    Stage stage = stages.of(stored.run(), stored.jobs());
    @Nullable MeasuredOn host = Facts.host(stored);
    List<Compared> compared = Compared.of(stored.plan(), stored.assessment());
    List<ContenderResult> contenders = new Results(stored, compared).all();
    Limit limit = Limits.of(stored, contenders);
    Grounds grounds = Grounds.of(stored, compared, contenders, host, limit);
    return new RunReport(
        stored.run(),
        stored.plan(),
        stored.names(),
        stage,
        answer(stored, compared, stage),
        compared.stream().map(Compared::leader).filter(Objects::nonNull).toList(),
        stored.assessment(),
        contenders,
        host,
        limit,
        Reasons.of(grounds),
        Snippets.of(grounds, host == null ? "" : host.name()),
        Evidence.of(stored, host),
        Furthering.of(stored, compared));
  }

  private static Answer answer(Stored stored, List<Compared> compared, Stage stage) {
    if (!compared.isEmpty()) {
      return Answering.of(stored.plan(), stored.run().state(), compared);
    }
    return switch (stored.run().state()) {
      case QUEUED -> Answer.of("Not measured yet: the run waits in the queue.", "");
      case RUNNING, STOPPING ->
          Answer.of("No answer yet: the first one comes with the first generation.", "");
      case DONE -> Answer.of("No result was kept.", "");
      case FAILED -> Answer.of("Failed before there was an answer%s.".formatted(why(stage)), "");
      case CANCELLED -> Answer.of("Cancelled before there was an answer.", "");
    };
  }

  private static String why(Stage stage) {
    return stage instanceof Stage.Ended(@Nullable Failure failure) && failure != null
        ? ": " + failure.message().replaceAll("[.\\s]+$", "")
        : "";
  }
}

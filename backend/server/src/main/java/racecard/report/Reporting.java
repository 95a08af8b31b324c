package racecard.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.statistics.Assessment;

/** Makes the report of one run from what is stored of it. */
final class Reporting {
  private Reporting() {}

  static RunReport report(Stored stored, Stages stages) {
    Stage stage = stages.of(stored.run(), stored.jobs());
    @Nullable MeasuredOn host = Facts.host(stored);
    List<ContenderResult> contenders = new Results(stored).all();
    Limit limit = Limits.of(stored, contenders);
    return new RunReport(
        stored.run(),
        stored.plan(),
        stored.names(),
        stage,
        answer(stored, stage),
        stored.assessment(),
        contenders,
        host,
        limit,
        Reasons.of(stored, contenders, host, limit),
        Evidence.of(stored, host),
        Furthering.of(stored));
  }

  private static Answer answer(Stored stored, Stage stage) {
    Assessment assessment = stored.assessment();
    if (assessment != null) {
      return Answering.of(stored.plan(), stored.run().state(), assessment);
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

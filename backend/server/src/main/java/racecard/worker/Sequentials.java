package racecard.worker;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import racecard.catalog.ContenderName;
import racecard.catalog.Strategy;
import racecard.runner.ChildFailed;
import racecard.runner.Runner;

/** What one runtime's {@code sequential} is asked for all contenders of a job. */
record Sequentials(Field field, Crew crew, Hold hold) {
  /** What a child is asked. */
  interface Question<A> {
    A ask(Runner runner) throws ChildFailed, JobFailed;
  }

  /**
   * Asks the baseline's runtime, and where its child fails the next one's: a runtime that is gone
   * is no reason to measure none.
   */
  <A> A ask(Question<A> question) throws Halted, JobFailed {
    Iterator<String> runtimes = runtimes().iterator();
    while (true) {
      try {
        return asked(runtimes.next(), question);
      } catch (ChildFailed failed) {
        hold.check();
        if (!runtimes.hasNext()) {
          throw new JobFailed(Fault.of(failed.failure()));
        }
      }
    }
  }

  private List<String> runtimes() {
    List<ContenderName> racing = field.racing();
    ContenderName baseline = field.baselineOf(racing.getFirst());
    return Stream.concat(Stream.of(baseline), racing.stream())
        .map(ContenderName::runtime)
        .distinct()
        .toList();
  }

  private <A> A asked(String runtime, Question<A> question) throws ChildFailed, Halted, JobFailed {
    Runner runner = crew.runner(new ContenderName(runtime, Strategy.SEQUENTIAL, 1));
    try {
      return question.ask(runner);
    } finally {
      crew.end(runner.process());
    }
  }
}

package racecard.queue;

/** Why a job failed: whether trying again may help, and what a person can do. */
public enum FailureKind {
  RUNNER_MISSING(
      false,
      "The runner could not be started",
      "Build Racecard again with ./racecard serve, and see on the Hosts page which runtimes are"
          + " found."),
  RUNNER_CRASHED(
      true,
      "A runner ended before it was told to",
      "It was probably killed for memory or by hand: lower tasks, in flight or the input, or close"
          + " other programs, and run it again."),
  RUNNER_TIMED_OUT(
      true,
      "A round did not end in time",
      "Lower the input or the number of tasks, or leave the slow contender out."),
  PROTOCOL_BROKEN(
      false,
      "A runner answered something that is not the protocol",
      "If you wrote the runner, compare it with docs/PROTOCOL.md; else please report it with the"
          + " run's JSON."),
  WRONG_ANSWER(
      false,
      "A contender computed a wrong answer",
      "Its times mean nothing. Leave that contender out and please report it with the run's JSON."),
  NOT_ENOUGH_RESOURCES(
      false,
      "This host cannot execute the run as asked",
      "Lower tasks or in flight, or raise the limit that the detail names."),
  NOTHING_TO_MEASURE(
      false,
      "No contender could be measured",
      "Each contender's reason says what it needs; change the run or the host, and run it again."),
  ORIGIN_FAILED(
      true,
      "The local origin did not pass its self-test",
      "Another program may hold its ports or the CPU: close it and run it again."),
  TARGET_FAILED(
      true,
      "The URLs could not be downloaded",
      "Open them from this host by hand; when that works, run it again."),
  LEASE_LOST(
      true,
      "The worker was lost at every attempt",
      "Look at the worker's log on that host: it was killed, lost the database or ran out of memory."),
  INTERNAL(
      true,
      "Racecard itself failed",
      "The log of the worker has the details under the job's number; please report it.");

  private final boolean triedAgain;
  private final String sentence;
  private final String remedy;

  FailureKind(boolean triedAgain, String sentence, String remedy) {
    this.triedAgain = triedAgain;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /** Whether the job goes back to the queue while it has attempts left. */
  public boolean triedAgain() {
    return triedAgain;
  }

  /** What happened, without a full stop. */
  public String sentence() {
    return sentence;
  }

  /** What a person can do about it. */
  public String remedy() {
    return remedy;
  }
}

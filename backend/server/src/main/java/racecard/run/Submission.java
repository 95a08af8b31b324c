package racecard.run;

/** What a submit came to. */
public sealed interface Submission {
  /** The run, new or not. */
  Run run();

  /** A new run was made and waits. */
  record Submitted(Run run) implements Submission {}

  /** The same submit key had made this run before; nothing was changed. */
  record AlreadySubmitted(Run run) implements Submission {}
}

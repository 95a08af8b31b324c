package racecard.sample;

/** Whether what a worker measured was kept. */
public enum Kept {
  KEPT,
  /** The lease was lost: nothing was kept, and nothing more will be. */
  NOT_OURS
}

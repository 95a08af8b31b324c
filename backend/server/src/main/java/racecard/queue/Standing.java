package racecard.queue;

/** What a worker's lease is worth right now. */
public enum Standing {
  /** The job is ours. */
  HELD,
  /** The job is ours, and somebody asked to cancel it: end the children, then finish it. */
  CANCEL_REQUESTED,
  /** The job is not ours any more: end the children and discard what is not kept yet. */
  LOST
}

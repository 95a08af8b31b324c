package racecard.worker;

/** Why a job must not go on. */
enum Halt {
  /** The lease is not ours any more: nothing may be kept. */
  LOST,
  /** Somebody asked to cancel it. */
  CANCELLED,
  /** The worker stops and hands the job back. */
  STOPPING
}

/** What the exit code of a run means. */
export const EXIT = {
  done: 0,
  /** Done, but an input failed, a check differed or a score fell short. */
  failed: 1,
  /** Wrong usage or configuration; nothing was done. */
  usage: 2,
  /** Stopped early by its own rules; the output is valid and can be gone on with. */
  stopped: 3,
  noInput: 4,
  /** A bug in this program. */
  bug: 70,
  /** Ended by a signal: this and its number. */
  signal: 128,
} as const;

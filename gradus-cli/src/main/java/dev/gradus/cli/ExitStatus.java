package dev.gradus.cli;

/** How the command ends, in the numbers of {@code sysexits.h} where those have one. */
enum ExitStatus {
  /** Done. */
  DONE(0),
  /** Done, but the answer is no: a check failed, a threshold was missed, a difference found. */
  NO(1),
  /** Wrong use of flags and arguments. */
  USAGE(64),
  /** The content of an input file does not fit. */
  DATA(65),
  /** An input cannot be opened. */
  CANNOT_OPEN(66),
  /** A service or port is not available. */
  UNAVAILABLE(69),
  /** A fault of Gradus itself. */
  INTERNAL(70),
  /** Not enough memory or threads. */
  RESOURCES(71),
  /** An output cannot be created. */
  CANNOT_CREATE(73),
  /** Reading or writing failed midway. */
  FAILED(74),
  /** Locked by another process; try again. */
  LOCKED(75),
  /** Training left the finite numbers. */
  DIVERGED(76),
  /** The configuration file does not fit. */
  CONFIGURATION(78),
  /** SIGHUP, after a clean save. */
  HUNG_UP(129),
  /** SIGINT, after a clean save. */
  INTERRUPTED(130),
  /** The reader of standard output went away: 128 + SIGPIPE. */
  CLOSED_PIPE(141),
  /** SIGTERM, after a clean save. */
  TERMINATED(143);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  int code() {
    return code;
  }
}

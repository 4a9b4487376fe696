package dev.gradus.lab.run;

import java.util.Locale;

/** How it is with a run. */
public enum Status {
  /** Before the first step. */
  READY,
  /** Steps are being taken. */
  RUNNING,
  /** Between two steps, until somebody says so. */
  PAUSED,
  /** All steps are taken. */
  FINISHED,
  /** Somebody ended it. */
  STOPPED,
  /** A number was not finite any more. */
  DIVERGED;

  /** Whether there will be no further step. */
  public boolean isOver() {
    return this == FINISHED || this == STOPPED || this == DIVERGED;
  }

  /** The name in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.gradus.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a work of unknown length has come: on a terminal one line that is written over, elsewhere
 * a line whenever twice as much is done.
 */
final class ProgressCount implements Progress.Display {
  /** What is over before that is not worth a line. */
  private static final long FIRST = 32;

  /** On a terminal the line is written about this often. */
  private static final double MOVE_NANOS = 1e8;

  private final PrintStream err;
  private final String what;
  private final boolean moving;
  private final Runnable afterEnd;
  private boolean shown;

  ProgressCount(PrintStream err, String what, boolean moving, Runnable afterEnd) {
    this.err = err;
    this.what = what;
    this.moving = moving;
    this.afterEnd = afterEnd;
  }

  @Override
  public long first() {
    return FIRST;
  }

  @Override
  public long show(long done, long nanos, String description) {
    double seconds = Math.max(nanos, 1) * 1e-9;
    String line = String.format(Locale.ROOT, "%s: %d, %.0f/s", what, done, done / seconds);
    err.print(moving ? "\r" + line : line + "\n");
    err.flush();
    shown = true;
    return moving ? done + Math.max(1, (long) (MOVE_NANOS * done / Math.max(nanos, 1))) : 2 * done;
  }

  @Override
  public void end() {
    if (moving && shown) {
      err.print("\n");
      err.flush();
    }
    afterEnd.run();
  }
}

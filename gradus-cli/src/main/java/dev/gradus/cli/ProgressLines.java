package dev.gradus.cli;

import java.io.PrintStream;
import java.util.Locale;

/** A line every tenth of the way, for files and pipes. */
final class ProgressLines implements Progress.Display {
  private static final int LINES = 10;

  private final PrintStream err;
  private final String what;
  private final long total;

  ProgressLines(PrintStream err, String what, long total) {
    this.err = err;
    this.what = what;
    this.total = total;
  }

  @Override
  public long first() {
    return after(0);
  }

  @Override
  public long show(long done, long nanos, String description) {
    double seconds = Math.max(nanos, 1) * 1e-9;
    String said = description.isEmpty() ? "" : ", " + Shown.escaped(description);
    String time =
        done < total ? time(seconds * (total - done) / done) + " left" : "took " + time(seconds);
    err.print(
        String.format(
            Locale.ROOT,
            "%s: %d %% (%d of %d)%s, %.0f/s, %s%n",
            what,
            (long) (100.0 * done / total),
            done,
            total,
            said,
            done / seconds,
            time));
    return done < total ? after(done) : Long.MAX_VALUE;
  }

  /** The next tenth beyond a count, rounded up to a whole step. */
  private long after(long done) {
    for (int tenth = 1; tenth < LINES; tenth++) {
      long count = (long) Math.ceil((double) total * tenth / LINES);
      if (count > done) {
        return count;
      }
    }
    return total;
  }

  /** {@code 0.3 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String time(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  @Override
  public void end() {}
}

package dev.gradus.cli;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The moving bar of a terminal. The library draws it, on a thread of its own. */
final class ProgressBarLine implements Progress.Display {
  private static final int DRAW_MILLIS = 100;

  /** The bar is told how far it is about this often; it costs less than a microsecond. */
  private static final double TELL_NANOS = 2e7;

  private final PrintStream err;
  private final long total;
  private final Runnable afterEnd;
  private final ProgressBar bar;
  private long stride = 1;

  ProgressBarLine(PrintStream err, String what, long total, int columns, Runnable afterEnd) {
    this.err = err;
    this.total = total;
    this.afterEnd = afterEnd;
    // The consumer states the width itself, so that the library asks no terminal, which would need
    // native code.
    bar =
        new ProgressBarBuilder()
            .setTaskName(what)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(DRAW_MILLIS)
            .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns - 1))
            .build();
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }

  @Override
  public long first() {
    return 1;
  }

  /** The next count is where the bar will be in 20 ms at the speed so far; at most twice as far. */
  @Override
  public long show(long done, long nanos, String description) {
    bar.setExtraMessage(" " + Shown.escaped(description)); // the library leaves no space
    bar.stepTo(done);
    long ahead = (long) (TELL_NANOS * done / Math.max(nanos, 1));
    stride = Math.clamp(ahead, 1, 2 * stride);
    return done < total ? Math.min(done + stride, total) : Long.MAX_VALUE;
  }

  @Override
  public void end() {
    bar.close();
    err.print("\n");
    err.flush();
    afterEnd.run();
  }
}

package dev.gradus.cli;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows how far a work has come. A step only counts, until the count is reached at which the
 * display wanted to be asked again: a training step of a microsecond does not notice it.
 */
final class Progress implements AutoCloseable {
  /** How it is shown. */
  interface Display {
    /** The first count that is shown. */
    long first();

    /**
     * Shows a count.
     *
     * @param done steps done
     * @param nanos time since the start
     * @param description what to show with it
     * @return the next count to be shown
     */
    long show(long done, long nanos, String description);

    /** The work ended, complete or not. */
    void end();
  }

  private final Display display;
  private final LongSupplier clock;
  private final long began;
  private long done;
  private long next;

  Progress(Display display, LongSupplier clock) {
    this.display = display;
    this.clock = clock;
    began = clock.getAsLong();
    next = display.first();
  }

  /** No display at all. */
  static Progress none() {
    return new Progress(new Nothing(), () -> 0);
  }

  /** {@code n} more steps are done. */
  void step(long n) {
    step(n, String::new);
  }

  /**
   * {@code n} more steps are done.
   *
   * @param description what to show with it, e.g. {@code loss: 0.2081}; asked only when it is
   *     shown. Give the same supplier at every step, so that a step allocates nothing
   */
  void step(long n, Supplier<String> description) {
    done += n;
    if (done >= next) {
      next = display.show(done, clock.getAsLong() - began, description.get());
    }
  }

  @Override
  public void close() {
    display.end();
  }

  private record Nothing() implements Display {
    @Override
    public long first() {
      return Long.MAX_VALUE;
    }

    @Override
    public long show(long done, long nanos, String description) {
      return Long.MAX_VALUE;
    }

    @Override
    public void end() {}
  }
}

package dev.gradus.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Times work in this thread. Work of one thread by its processor time, which other programs on the
 * machine disturb least; work of a team by the clock.
 */
final class Watch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Watch() {}

  /** Microseconds of one of so many repetitions. */
  static double micros(int threads, int repetitions, Runnable work) {
    long start = nanos(threads);
    for (int i = 0; i < repetitions; i++) {
      work.run();
    }
    return (nanos(threads) - start) / 1e3 / repetitions;
  }

  private static long nanos(int threads) {
    return threads == 1 ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}

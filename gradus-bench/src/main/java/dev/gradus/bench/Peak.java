package dev.gradus.bench;

import dev.gradus.matrix.Precision;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * What this machine could do at best: fused multiply-adds and nothing else, in registers, in enough
 * independent chains to hide their latency.
 *
 * @param rounds that are timed; the best one counts
 * @param loops of each round
 */
record Peak(int rounds, int loops) {
  /** Chains: at two a cycle and a latency of four or five, ten suffice. */
  private static final int CHAINS = 12;

  /** Three rounds of about a fifth of a second each, after as many to warm up. */
  static final Peak MEASURED = new Peak(3, 4_000);

  private static final int INNER = 10_000;

  /** The name of a figure. */
  static String name(Precision precision) {
    return "PEAK_" + precision.name();
  }

  /** GFLOP/s in each precision, all threads together. */
  SequencedMap<String, Double> measure(int threads) {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    for (Precision precision : Precision.values()) {
      double best = 0;
      for (int round = -rounds; round < rounds; round++) {
        double rate = rate(precision, threads);
        best = round < 0 ? 0 : Math.max(best, rate);
      }
      figures.put(name(precision), best);
    }
    return figures;
  }

  private double rate(Precision precision, int threads) {
    CountDownLatch ready = new CountDownLatch(threads);
    Thread[] team = new Thread[threads];
    long[] begin = new long[threads];
    long[] end = new long[threads];
    for (int i = 0; i < threads; i++) {
      int at = i;
      team[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    ready.countDown();
                    await(ready);
                    begin[at] = System.nanoTime();
                    spin(precision);
                    end[at] = System.nanoTime();
                  });
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < threads; i++) {
      join(team[i]);
      first = Math.min(first, begin[i]);
      last = Math.max(last, end[i]);
    }
    return 2.0 * CHAINS * lanes(precision) * INNER * loops * threads / (last - first);
  }

  private static int lanes(Precision precision) {
    return precision == Precision.FLOAT32
        ? FloatVector.SPECIES_PREFERRED.length()
        : DoubleVector.SPECIES_PREFERRED.length();
  }

  private void spin(Precision precision) {
    double sum = 0;
    for (int i = 0; i < loops; i++) {
      sum += precision == Precision.FLOAT32 ? PeakLoops.float32(INNER) : PeakLoops.float64(INNER);
    }
    if (Double.isNaN(sum)) { // never: the loops must be of use to somebody
      throw new AssertionError("0.5 x + 0.5 has left the numbers");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.gradus.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share out the parts of a job and live as long as a run. Parts are claimed from a
 * counter, the caller claims too: no part waits for a thread that has lost its core. Whoever
 * computes a part, the bits are the same.
 */
public final class Team implements AutoCloseable {
  /** A job that falls into independent parts. */
  public interface Job {
    /**
     * Computes one part.
     *
     * @param part 0 to parts − 1
     * @param worker who computes it, 0 (the caller) to threads − 1
     */
    void compute(int part, int worker);
  }

  /** Parts that one job may have. */
  public static final int MAX_PARTS = 0xffff;

  private static final int SPINS = 20_000;

  /** Waiting that is nothing unusual, however little the caller had to do itself. */
  private static final long SLACK_NANOS = 50_000;

  /** Jobs that the caller does alone after a helper came late: at first, and at most. */
  private static final int FEW = 8;

  private static final int MANY = 512;

  /** Job number (32 bits), its number of parts (16), the next part to claim (16). */
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicInteger sleepers = new AtomicInteger();
  private final Thread[] workers;
  private @Nullable Job job; // written before the ticket that publishes it
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private int alone; // jobs that the caller will do by itself
  private int penalty = FEW;

  /**
   * Starts the helping threads.
   *
   * @param threads 1 or more, the caller included; with 1 no thread is started
   */
  public Team(int threads) {
    workers = new Thread[threads - 1];
    for (int i = 0; i < workers.length; i++) {
      int worker = i + 1;
      workers[i] = Thread.ofPlatform().daemon().name("gradus-" + worker).start(() -> serve(worker));
    }
  }

  /** The caller and its helpers. */
  public int threads() {
    return workers.length + 1;
  }

  /**
   * Computes all parts of a job; returns when the last one is done. One caller at a time.
   *
   * <p>A helper whose core was taken away keeps its part until it gets a core again: where the
   * caller waits longer than it worked, it would have been better off alone, and so it is for some
   * jobs, for twice as many each time. Which thread computes a part has no influence on a number.
   *
   * @param parts at most {@link #MAX_PARTS}
   */
  public void run(int parts, Job work) {
    if (parts > MAX_PARTS) {
      throw new IllegalArgumentException(parts + " parts; a job has at most " + MAX_PARTS);
    }
    if (workers.length == 0 || parts == 1) {
      byItself(parts, work);
      return;
    }
    if (alone > 0) {
      alone--;
      byItself(parts, work);
      return;
    }
    long began = System.nanoTime();
    publish(parts, work);
    claim(0);
    long done = System.nanoTime();
    for (int spins = 0; unfinished.get() > 0; spins++) {
      pause(spins);
    }
    judge(done - began, System.nanoTime() - done);
    rethrow();
  }

  private static void byItself(int parts, Job work) {
    for (int part = 0; part < parts; part++) {
      work.compute(part, 0);
    }
  }

  private void publish(int parts, Job work) {
    job = work;
    unfinished.set(parts);
    long number = (ticket.get() >>> 32) + 1;
    ticket.set(number << 32 | (long) parts << 16);
    if (sleepers.get() > 0) {
      wake();
    }
  }

  private void judge(long worked, long waited) {
    if (waited > worked + SLACK_NANOS) {
      alone = penalty;
      penalty = Math.min(2 * penalty, MANY);
    } else {
      penalty = Math.max(FEW, penalty / 2);
    }
  }

  /**
   * Claims and computes parts of the present job until none is left; says whether there was any.
   */
  private boolean claim(int worker) {
    boolean any = false;
    while (true) {
      long seen = ticket.get();
      int next = (int) (seen & 0xffff);
      if (next >= (int) (seen >>> 16 & 0xffff)) {
        return any;
      }
      // The job cannot be replaced while a part of it is unclaimed, and the exchange fails if it
      // was.
      Job mine = job;
      if (mine != null && ticket.compareAndSet(seen, seen + 1)) {
        any = true;
        compute(mine, next, worker);
      }
    }
  }

  private void compute(Job mine, int part, int worker) {
    try {
      mine.compute(part, worker);
    } catch (Throwable t) {
      failure = t;
    } finally {
      unfinished.getAndDecrement();
    }
  }

  private void rethrow() {
    Throwable t = failure;
    if (t != null) {
      failure = null;
      if (t instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) t; // a job declares no checked exception
    }
  }

  private void serve(int worker) {
    int idle = 0;
    while (!closed) {
      idle = claim(worker) ? 0 : idle + 1;
      if (idle < SPINS) {
        pause(idle);
      } else {
        sleep();
        idle = 0;
      }
    }
  }

  /** Sleeps until a job comes; looks once more after saying so, since one may just have come. */
  private void sleep() {
    sleepers.getAndIncrement();
    long seen = ticket.get();
    if ((seen & 0xffff) >= (seen >>> 16 & 0xffff) && !closed) {
      LockSupport.park(this);
    }
    sleepers.getAndDecrement();
  }

  @SuppressWarnings("ThreadPriorityCheck") // a thread that holds the part may need this very core
  private static void pause(int spins) {
    if (spins % 64 == 63) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }

  /** Lets the threads end. */
  @Override
  public void close() {
    closed = true;
    wake();
  }

  private void wake() {
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
    }
  }
}

package dev.gradus.lab.run;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the present run ten times a second, for all who watch and also if nobody does: so a run
 * is as fast watched as unwatched. What takes longer is looked at less often.
 */
public final class Publisher implements AutoCloseable {
  private static final long PERIOD_MILLIS = 100;

  /** At most this share of the time goes into looking. */
  private static final int SHARE = 10;

  private final Listeners listeners;
  private final Function<Run, Map<String, Object>> state;
  private final Function<Run, Map<String, Object>> history;
  private final Thread thread;

  // Guarded by this.
  private @Nullable Run run;
  private boolean changed;
  private boolean closed;

  private volatile Map<String, Object> newest = Map.of();

  // On the thread alone.
  private @Nullable Run seen;
  private @Nullable Snapshot snapshot;
  private @Nullable Glance glance;
  private long seenAt;

  /**
   * For some listeners.
   *
   * @param state of a run, to be told when it changes
   * @param history of a run, to be told when it begins or rests
   */
  public Publisher(
      Listeners listeners,
      Function<Run, Map<String, Object>> state,
      Function<Run, Map<String, Object>> history) {
    this.listeners = listeners;
    this.state = state;
    this.history = history;
    this.thread = Thread.ofPlatform().daemon().name("lab-publisher").unstarted(this::publish);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  /**
   * From now on this is the present run.
   *
   * @param told whether it is shown at once
   */
  public synchronized void watch(Run other, boolean told) {
    run = other;
    if (told) {
      changed();
    }
  }

  /** Something other than a step has happened. */
  public synchronized void changed() {
    changed = true;
    notifyAll();
  }

  /** What was shown last; empty before the first. */
  public Map<String, Object> newest() {
    return newest;
  }

  private void publish() {
    try {
      long rest = 0;
      while (true) {
        Run present;
        boolean told;
        synchronized (this) {
          long until = System.nanoTime() + rest * 1_000_000;
          while (!closed && !changed && (run == null || !goesOn(run) || left(until) > 0)) {
            wait(run != null && goesOn(run) ? Math.max(1, left(until)) : 0);
          }
          if (closed || run == null) {
            return;
          }
          present = run;
          told = changed;
          changed = false;
        }
        long began = System.nanoTime();
        showOrTell(present, told);
        long millis = (System.nanoTime() - began) / 1_000_000;
        rest = Math.max(PERIOD_MILLIS, SHARE * millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long left(long until) {
    return (until - System.nanoTime()) / 1_000_000;
  }

  private static boolean goesOn(Run run) {
    return run.status() == Status.RUNNING;
  }

  /** What cannot be shown is told once, and the next glance is shown again. */
  private void showOrTell(Run present, boolean told) throws InterruptedException {
    try {
      show(present, told);
    } catch (RuntimeException e) {
      if (present.note("internal error: " + e + "; please report")) {
        changed();
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same glance, not one that looks alike
  private void show(Run present, boolean told) throws InterruptedException {
    Snapshot maker = snapshot;
    if (seen != present || maker == null) {
      maker = new Snapshot(present);
      snapshot = maker;
      seen = present;
      glance = null;
    }
    Status status = present.status();
    if (told) {
      listeners.tell("state", state.apply(present));
      if (status != Status.RUNNING || present.done() == 0) {
        listeners.tell("history", history.apply(present));
      }
    }
    Glance now = present.glance(PERIOD_MILLIS);
    if (now != glance || told) {
      newest = maker.of(now, status, speed(now));
      listeners.tell("snapshot", newest);
      glance = now;
    }
  }

  /** Steps a second since the glance before. */
  private double speed(Glance now) {
    long at = System.nanoTime();
    Glance before = glance;
    double speed = before == null ? 0 : (now.done() - before.done()) * 1e9 / (at - seenAt);
    seenAt = at;
    return Math.max(0, speed);
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}

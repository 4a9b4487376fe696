package dev.gradus.lab.http;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends what waits too long for the other side. A thread that reads from or writes to a connection
 * enters with a deadline and leaves; if it has not left by then it is interrupted, which closes the
 * connection under it (that is what an interrupted {@link java.nio.channels.SocketChannel} does).
 * It is never interrupted outside.
 */
final class Watch implements AutoCloseable {
  private static final long TICK_MILLIS = 100;

  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closed;

  Watch() {
    thread = Thread.ofPlatform().daemon().name("lab-watch").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** One thread and until when it may wait. */
  final class Wait {
    private final Thread waiting = Thread.currentThread();
    private long deadline; // of System.nanoTime
    private boolean inside;

    /** From now on, for so long. */
    synchronized void enter(long millis) {
      deadline = System.nanoTime() + millis * 1_000_000;
      inside = true;
    }

    /** Later than was said, since something came. */
    synchronized void extend(long millis) {
      deadline = System.nanoTime() + millis * 1_000_000;
    }

    synchronized void leave() {
      inside = false;
    }

    private synchronized void look(long now) {
      if (inside && now - deadline >= 0) {
        inside = false;
        waiting.interrupt();
      }
    }

    /** No more waiting. */
    void end() {
      leave();
      waits.remove(this);
    }
  }

  /** Something that may block. */
  interface Blocking<T> {
    T run() throws IOException;
  }

  /** For the present thread. */
  Wait begin() {
    Wait wait = new Wait();
    waits.add(wait);
    return wait;
  }

  /** Runs it; after so long the connection is closed, and it fails. */
  <T> T within(long millis, Blocking<T> step) throws IOException {
    Wait wait = begin();
    wait.enter(millis);
    try {
      return step.run();
    } finally {
      wait.end();
    }
  }

  private void run() {
    while (!closed) {
      long now = System.nanoTime();
      waits.forEach(wait -> wait.look(now));
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}

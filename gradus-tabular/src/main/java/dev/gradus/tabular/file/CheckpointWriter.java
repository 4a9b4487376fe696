package dev.gradus.tabular.file;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes checkpoints on a thread of its own. Nobody interrupts that thread: an interrupt would
 * close the channel it writes to. All that is given is written, in its order: while one is at work
 * one more may wait, and a training that is faster than the device waits for the free place.
 */
public final class CheckpointWriter implements AutoCloseable {
  private final CheckpointStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Supplier<byte[]> next;
  private boolean busy;
  private boolean closed;
  private boolean ended;
  private @Nullable Throwable failure;

  /**
   * Begins.
   *
   * @param store stays open when the writer is closed
   */
  public CheckpointWriter(CheckpointStore store) {
    this.store = store;
    new Thread(this::writeAll, "gradus-checkpoint").start();
  }

  /**
   * Has it written soon; waits while another one waits, be the waiting thread interrupted or not.
   *
   * @param content is asked for on the writer's thread
   * @throws dev.gradus.error.FileException if one before could not be written
   */
  public void write(Supplier<byte[]> content) {
    lock.lock();
    try {
      while (failure == null && next != null) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
      next = content;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all that was given is on the device, be the waiting thread interrupted or not.
   *
   * @throws dev.gradus.error.FileException if it could not be written
   */
  public void finish() {
    lock.lock();
    try {
      while (failure == null && (busy || next != null)) {
        changed.awaitUninterruptibly();
      }
      throwFailure();
    } finally {
      lock.unlock();
    }
  }

  private void throwFailure() {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(failure);
    }
  }

  private void writeAll() {
    Supplier<byte[]> content = take();
    while (content != null) {
      Throwable failed = written(content);
      lock.lock();
      try {
        busy = false;
        failure = failure == null ? failed : failure;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      content = take();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // the border of the thread: the training throws it again
  private @Nullable Throwable written(Supplier<byte[]> content) {
    try {
      store.save(content.get());
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  /** The next to be written; null when there will be none. */
  private @Nullable Supplier<byte[]> take() {
    lock.lock();
    try {
      while (next == null && !closed) {
        changed.awaitUninterruptibly();
      }
      Supplier<byte[]> content = next;
      next = null;
      busy = content != null;
      ended = content == null;
      changed.signalAll();
      return content;
    } finally {
      lock.unlock();
    }
  }

  /** Writes what was given, and ends. What failed is not told any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      while (!ended) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}

package dev.gradus.lab.room;

import dev.gradus.lab.http.Refusal;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where long computations of requests are done, one at a time: were they done on the virtual
 * threads of the requests, two of them could keep all others from the processor.
 */
final class Desk implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lab-desk").factory());

  /** Computes it there, and waits. */
  <T> T compute(Callable<T> work) {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "http.busy", "the lab is closing");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

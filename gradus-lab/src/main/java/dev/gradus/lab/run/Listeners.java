package dev.gradus.lab.run;

import dev.gradus.tabular.file.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Those who watch. Each has a box with the newest event of each kind: who publishes never waits,
 * and who reads slowly misses what has been overtaken. An event becomes bytes once, for all.
 */
public final class Listeners {
  /** After so long without an event there is a line that means nothing: is there still somebody? */
  private static final long SILENCE_MILLIS = 5_000;

  private static final byte[] STILL_HERE = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

  private final Set<Box> boxes = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Nobody yet. */
  public Listeners() {}

  /** The newest event of each kind, until it is read. */
  private static final class Box {
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private boolean woken;

    synchronized void put(String kind, byte[] event) {
      waiting.remove(kind); // the newest comes last
      waiting.put(kind, event);
      notifyAll();
    }

    synchronized void wake() {
      woken = true;
      notifyAll();
    }

    private static long left(long end) {
      return (end - System.nanoTime()) / 1_000_000;
    }

    synchronized List<byte[]> take(long millis) throws InterruptedException {
      long end = System.nanoTime() + millis * 1_000_000;
      for (long left = millis; waiting.isEmpty() && !woken && left > 0; left = left(end)) {
        wait(left);
      }
      woken = false;
      List<byte[]> events = List.copyOf(waiting.values());
      waiting.clear();
      return events;
    }
  }

  /** Tells all. */
  public void tell(String kind, Map<String, ?> data) {
    byte[] event = event(kind, data);
    boxes.forEach(box -> box.put(kind, event));
  }

  private static byte[] event(String kind, Map<String, ?> data) {
    String text = "event: " + kind + "\ndata: " + Json.write(data) + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes events for as long as somebody reads them.
   *
   * @param first what one who comes is told at once, by kind
   */
  public void serve(OutputStream to, Supplier<Map<String, Map<String, Object>>> first)
      throws IOException {
    Box box = new Box();
    boxes.add(box);
    try {
      first.get().forEach((kind, data) -> box.put(kind, event(kind, data)));
      while (!closed) {
        List<byte[]> events = box.take(SILENCE_MILLIS);
        if (closed) {
          return;
        }
        for (byte[] event : events.isEmpty() ? List.of(STILL_HERE) : events) {
          to.write(event);
        }
        to.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      boxes.remove(box);
    }
  }

  /** Sends all away. */
  public void close() {
    closed = true;
    boxes.forEach(Box::wake);
  }
}

package dev.gradus.lab.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies: only those that are of the right type and not too long, only as fast as they come,
 * and only as many at once as the memory allows.
 */
final class Intake {
  private static final int DRAINED = 8 << 20;

  /** Kilobytes of all bodies together: one of the longest, and some of everyday's. */
  private static final int ROOM = (64 << 10) + (16 << 10);

  private final Watch watch;
  private final Patience patience;
  private final Semaphore room = new Semaphore(ROOM);

  Intake(Watch watch, Patience patience) {
    this.watch = watch;
    this.patience = patience;
  }

  /** A body and the room that it takes up, to be given back. */
  final class Held implements AutoCloseable, Body.Room {
    private @Nullable Body body;
    private int kilobytes;
    private int bytes;

    private Held() {}

    @Override
    public void take(int more) {
      bytes += more;
      int wanted = bytes / 1024 + 1;
      if (!room.tryAcquire(wanted - kilobytes)) {
        throw new Refusal(503, "http.busy", "too much is being sent at once; try again");
      }
      kilobytes = wanted;
    }

    Body body() {
      if (body == null) {
        throw new IllegalStateException("not read yet");
      }
      return body;
    }

    @Override
    public void close() {
      body = null;
      room.release(kilobytes);
      kilobytes = 0;
    }
  }

  /** Reads the body of a request, or refuses it. */
  Held read(HttpExchange exchange, Route.Wants wants) throws IOException {
    requireFit(exchange.getRequestHeaders(), wants);
    Held held = new Held();
    Watch.Wait wait = watch.begin();
    try {
      wait.enter(patience.piece());
      held.body =
          Body.read(
              exchange.getRequestBody(),
              wants.limit(),
              bytes -> {
                held.take(bytes);
                wait.extend(patience.piece());
              });
      return held;
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    } finally {
      wait.end();
    }
  }

  private static void requireFit(Headers headers, Route.Wants wants) {
    String length = headers.getFirst("Content-Length");
    long announced = length == null ? 0 : Long.parseLong(length); // the server has parsed it
    if (announced > wants.limit()) {
      throw Body.tooLong(wants.limit());
    }
    if (announced(headers) && wants != Route.Wants.NOTHING && !wants.type().equals(type(headers))) {
      throw new Refusal(415, "http.type", "wants Content-Type: " + wants.type());
    }
  }

  /** Whether a body comes. */
  static boolean announced(Headers headers) {
    String length = headers.getFirst("Content-Length");
    return headers.containsKey("Transfer-Encoding") || !(length == null || length.equals("0"));
  }

  /** The type without its parameters: {@code text/csv; charset=utf-8} is a table. */
  private static String type(Headers headers) {
    String type = headers.getFirst("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Lets the other side finish what it is sending, for a while: a connection that is closed before
   * takes the answer with it.
   */
  void drain(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] away = new byte[1 << 14];
    watch.within(
        patience.rest(),
        () -> {
          int seen = 0;
          int count = in.read(away);
          while (count >= 0 && seen < DRAINED) {
            seen += count;
            count = in.read(away);
          }
          return seen;
        });
  }
}

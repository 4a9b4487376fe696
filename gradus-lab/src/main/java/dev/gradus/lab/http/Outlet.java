package dev.gradus.lab.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Sends answers, with what keeps a browser from doing anything else with them. */
final class Outlet {
  private static final int PIECE = 1 << 14;

  /** No script and no style inside the page, nothing from anywhere else, in nobody's frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Watch watch;
  private final Patience patience;

  Outlet(Watch watch, Patience patience) {
    this.watch = watch;
    this.patience = patience;
  }

  /** Sends an answer; the exchange is to be closed afterwards. */
  void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    protect(headers);
    headers.set("Content-Type", withCharset(answer.type()));
    if (!answer.file().isEmpty()) {
      headers.set("Content-Disposition", "attachment; filename=\"" + answer.file() + "\"");
    }
    switch (answer) {
      case Answer.Whole whole -> whole(exchange, whole);
      case Answer.Streamed streamed -> {
        exchange.sendResponseHeaders(200, 0); // of unknown length
        OutputStream to = new Watched(exchange.getResponseBody());
        streamed.writer().write(to);
        to.flush();
      }
    }
  }

  private void whole(HttpExchange exchange, Answer.Whole whole) throws IOException {
    byte[] bytes = whole.bytes();
    boolean withoutBody = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(whole.status(), withoutBody ? -1 : bytes.length);
    if (!withoutBody) {
      OutputStream to = new Watched(exchange.getResponseBody());
      to.write(bytes);
      to.flush();
    }
  }

  private static String withCharset(String type) {
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }

  private static void protect(Headers headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  /** Ends the connection when a piece is not taken in time. */
  private final class Watched extends OutputStream {
    private final OutputStream to;

    Watched(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int at = 0; at < length; at += PIECE) {
        int from = offset + at;
        int count = Math.min(PIECE, length - at);
        watch.within(
            patience.taken(),
            () -> {
              to.write(bytes, from, count);
              return count;
            });
      }
    }

    @Override
    public void flush() throws IOException {
      watch.within(
          patience.taken(),
          () -> {
            to.flush();
            return 0;
          });
    }
  }
}

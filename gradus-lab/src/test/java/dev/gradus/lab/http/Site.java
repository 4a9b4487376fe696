package dev.gradus.lab.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** A small server with the real rules, for tests of the rules. */
final class Site implements AutoCloseable {
  static final String TOKEN = "0123456789abcdefghijkl";

  final Server server;

  /** With these routes, and with little patience. */
  Site(Route... routes) throws IOException {
    this(new Patience(300, 300, 300, 300), routes);
  }

  Site(Patience patience, Route... routes) throws IOException {
    server =
        Server.start(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
            List.of("127.0.0.1", "localhost", "[::1]"),
            Token.of(TOKEN),
            List.of(routes),
            patience);
  }

  static Answer text(String text) {
    return new Answer.Whole(
        200, "text/plain", "", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  int port() {
    return server.port();
  }

  String host() {
    return "Host: 127.0.0.1:" + port();
  }

  static String token() {
    return "X-Gradus-Token: " + TOKEN;
  }

  Wire wire() throws IOException {
    return new Wire(port());
  }

  /** Sends a head and waits for the answer. */
  Wire.Reply ask(String... head) throws IOException {
    try (Wire wire = wire()) {
      return wire.head(head).reply();
    }
  }

  /** Sends a head and a body and waits for the answer. */
  Wire.Reply post(String path, String type, byte[] body) throws IOException {
    try (Wire wire = wire()) {
      return wire.head(
              "POST " + path + " HTTP/1.1",
              host(),
              token(),
              "Content-Type: " + type,
              "Content-Length: " + body.length)
          .send(body)
          .reply();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

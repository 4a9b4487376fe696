package dev.gradus.lab;

import dev.gradus.lab.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A lab of its own, and one who asks it for things over real sockets. */
@SuppressWarnings({
  "exports",
  "NullAway"
}) // tests are no module; a key that is not there fails them
public final class Visitor implements AutoCloseable {
  private final Lab lab;
  private final String token;

  /** An empty lab. */
  public Visitor() throws IOException {
    this(LabOptions.at(0));
  }

  /** A lab. */
  public Visitor(LabOptions options) throws IOException {
    lab = Lab.open(options);
    token = lab.link().replaceFirst(".*#token=", "");
  }

  /** The lab. */
  public Lab lab() {
    return lab;
  }

  private String[] head(String method, String path, String... more) {
    String[] head = new String[3 + more.length];
    head[0] = method + " " + path + " HTTP/1.1";
    head[1] = "Host: 127.0.0.1:" + lab.port();
    head[2] = "X-Gradus-Token: " + token;
    System.arraycopy(more, 0, head, 3, more.length);
    return head;
  }

  /** Begins to listen. */
  public Wire listen() throws IOException {
    Wire wire = new Wire(lab.port());
    wire.head(head("GET", "/api/events"));
    for (String line = wire.line(); !line.isEmpty(); line = wire.line()) {
      // the head of the answer
    }
    return wire;
  }

  /** Reads something. */
  public Wire.Reply get(String path) throws IOException {
    try (Wire wire = new Wire(lab.port())) {
      return wire.head(head("GET", path)).reply();
    }
  }

  /** Does something, with JSON. */
  public Wire.Reply post(String path, String json) throws IOException {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Does something. */
  public Wire.Reply post(String path, String type, byte[] body) throws IOException {
    try (Wire wire = new Wire(lab.port())) {
      return wire.head(
              head("POST", path, "Content-Type: " + type, "Content-Length: " + body.length))
          .send(body)
          .reply();
    }
  }

  /** Waits until the run has this status, by listening. */
  public Map<?, ?> await(String status) throws IOException {
    try (Wire wire = listen()) {
      while (true) {
        Map<?, ?> event = event(wire, "state");
        if (status.equals(event.get("status"))) {
          return event;
        }
      }
    }
  }

  /** The data of the next event of a kind. */
  public static Map<?, ?> event(Wire wire, String kind) throws IOException {
    while (!wire.lineOfChunks().equals("event: " + kind)) {
      // another event, or a line of it
    }
    String data = wire.lineOfChunks().substring("data: ".length());
    return new Wire.Reply(200, Map.of(), data.getBytes(StandardCharsets.UTF_8)).json();
  }

  /** A number deep inside an answer. */
  public static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** A list inside an answer. */
  public static List<?> list(Object value) {
    return (List<?>) value;
  }

  /** An object inside an answer. */
  public static Map<?, ?> object(Object value) {
    return (Map<?, ?>) value;
  }

  @Override
  public void close() {
    lab.close();
  }
}

package dev.gradus.lab.http;

import dev.gradus.tabular.file.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection, byte by byte: what no well-behaved client lets one send. */
@SuppressWarnings("NullAway") // a key that is not there fails the test
public final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private byte[] chunk = {};
  private int at; // in the chunk

  /** Connects to a port of this machine. */
  public Wire(int port) throws IOException {
    this("127.0.0.1", port);
  }

  /** Connects. */
  public Wire(String address, int port) throws IOException {
    socket = new Socket(InetAddress.getByName(address), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000); // a test that waits longer is wrong, and shall not hang
    in = socket.getInputStream();
  }

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Reply(int status, Map<String, String> headers, byte[] body) {
    /** The body as text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object. */
    public Map<?, ?> json() {
      try {
        return (Map<?, ?>) Json.readWithNulls(body);
      } catch (Json.JsonException e) {
        throw new AssertionError(text(), e);
      }
    }

    /** The code of the error. */
    public String code() {
      return String.valueOf(((Map<?, ?>) json().get("error")).get("code"));
    }

    /** The message of the error. */
    public String message() {
      return String.valueOf(((Map<?, ?>) json().get("error")).get("message"));
    }
  }

  /** Sends lines, each with its end, and an empty one. */
  public Wire head(String... lines) throws IOException {
    return send(String.join("\r\n", lines) + "\r\n\r\n");
  }

  /** Sends just this. */
  public Wire send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends just these. */
  public Wire send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** The next answer; status 0 if the other side has closed the connection. */
  public Reply reply() throws IOException {
    String status = line();
    if (status.isEmpty()) {
      return new Reply(0, Map.of(), new byte[0]);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body =
        headers.containsKey("transfer-encoding")
            ? chunks()
            : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Reply(Integer.parseInt(status.split(" ", 3)[1]), headers, body);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
      all.write(chunk);
    }
    return all.toByteArray();
  }

  /** One chunk; empty at the end. */
  public byte[] chunk() throws IOException {
    byte[] chunk = in.readNBytes(Integer.parseInt(line(), 16));
    line();
    return chunk;
  }

  /** One line of a body that comes in chunks, without its end. */
  public String lineOfChunks() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (at == chunk.length) {
        chunk = chunk();
        at = 0;
      }
      if (chunk.length == 0 || chunk[at] == '\n') {
        at = Math.min(at + 1, chunk.length);
        return line.toString(StandardCharsets.UTF_8);
      }
      line.write(chunk[at++]);
    }
  }

  /** One line without its end; empty at the end of the stream. */
  public String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Whether the other side ends the connection without a further byte; waits for it. */
  public boolean ends() throws IOException {
    try {
      return in.read() < 0;
    } catch (java.net.SocketException e) {
      return true; // reset
    }
  }

  /** Breaks the connection off, so that the other side sees a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package dev.gradus.lab.http;

import dev.gradus.tabular.file.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What a request gets. */
public sealed interface Answer {

  /** What it is. */
  String type();

  /** Proposes a name to save it under; empty: it is to be shown. */
  String file();

  /**
   * Bytes that are there.
   *
   * @param status of HTTP
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Whole(int status, String type, String file, byte[] bytes) implements Answer {}

  /** Bytes that come one after another, for as long as they do; status 200. */
  record Streamed(String type, String file, Writer writer) implements Answer {}

  /** Writes a stream; each flush sends what there is, and fails if the other side takes nothing. */
  @FunctionalInterface
  interface Writer {
    /** Writes all there is to write. */
    void write(OutputStream to) throws IOException;
  }

  /** A JSON value. */
  static Answer json(Map<String, ?> value) {
    return new Whole(200, "application/json", "", Json.bytes(value));
  }

  /** A file to be saved. */
  static Answer file(String name, String type, byte[] bytes) {
    return new Whole(200, type, name, bytes);
  }
}

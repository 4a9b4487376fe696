package dev.gradus.lab.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The bytes that a request brought, in pieces: nothing is allocated for what was only announced.
 */
public final class Body {
  private static final int PIECE = 1 << 16;

  private final List<byte[]> pieces = new ArrayList<>();
  private int length;

  /** What is read from a stream: stops at its end, or beyond the limit. */
  interface Room {
    /** Makes sure that so many bytes more may be held. */
    void take(int bytes);
  }

  /**
   * Reads all.
   *
   * @param limit of the length
   * @throws Refusal 413 beyond the limit
   */
  static Body read(InputStream in, int limit, Room room) throws IOException {
    Body body = new Body();
    int size = 1 << 10;
    while (true) {
      byte[] piece = in.readNBytes(size);
      if (piece.length == 0) {
        return body;
      }
      if (piece.length > limit - body.length) {
        throw tooLong(limit);
      }
      room.take(piece.length);
      body.pieces.add(piece);
      body.length += piece.length;
      size = Math.min(2 * size, PIECE);
    }
  }

  static Refusal tooLong(int limit) {
    return new Refusal(
        413,
        "http.body",
        limit == 0
            ? "there is a body; none is wanted"
            : "the body is longer than " + limit + " bytes");
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** The bytes from the beginning, as often as wanted. */
  public InputStream open() {
    return new SequenceInputStream(
        Collections.enumeration(pieces.stream().map(ByteArrayInputStream::new).toList()));
  }

  /** A copy of all bytes. */
  public byte[] bytes() {
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }
}

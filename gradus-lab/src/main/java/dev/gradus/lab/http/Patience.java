package dev.gradus.lab.http;

/**
 * How long the other side is waited for, in milliseconds.
 *
 * @param head until the head of a request is there
 * @param piece until the next piece of a body, of up to 64 KB, is there
 * @param taken until a piece of an answer is taken
 * @param rest for what is still being sent after a refusal
 */
record Patience(long head, long piece, long taken, long rest) {
  /** A half-sent request is dropped within 10 seconds, the tick of the watch included. */
  static final Patience STANDARD = new Patience(8_000, 8_000, 5_000, 2_000);
}

package dev.gradus.layer;

/**
 * One parameter matrix that a layer asks for.
 *
 * @param symbol its letter, to which the network adds the layer's number: {@code W}, {@code b}
 * @param rows its rows
 * @param columns its columns
 * @param initializer draws its first values
 * @param kind what penalties make of it
 */
public record Block(String symbol, int rows, int columns, Initializer initializer, Kind kind) {

  /** What penalties make of a block. */
  public enum Kind {
    /** Penalized. */
    WEIGHT,
    /** Not penalized. */
    BIAS
  }
}

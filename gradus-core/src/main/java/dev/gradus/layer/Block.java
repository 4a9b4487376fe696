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
    BIAS,
    /**
     * Not trained: what forward learns by itself in training, such as running statistics. Its
     * gradient is 0, so that optimizers leave it as it is; files and copies keep it with the rest.
     */
    STATE
  }
}

package dev.gradus.calculus;

/**
 * A place where a function bends: the sign of a quantity decides on which side it is evaluated.
 *
 * @param quantity what changes its sign, e.g. {@code h1} or {@code residual}
 * @param sample the row of the batch, from 0
 * @param unit the column, from 0
 */
public record Kink(String quantity, int sample, int unit) {

  /** {@code h1[sample 3, unit 5]}. */
  @Override
  public String toString() {
    return quantity + "[sample " + sample + ", unit " + unit + "]";
  }
}

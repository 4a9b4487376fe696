package dev.gradus.calculus;

/**
 * A place where a function bends: the sign of a quantity decides on which side it is evaluated.
 *
 * @param quantity what changes its sign, e.g. {@code h1} or {@code residual}
 * @param sample the row of the batch, from 0; −1 if the quantity belongs to none
 * @param unit the column, from 0; −1 if there is no sample
 */
public record Kink(String quantity, int sample, int unit) {
  private static final int NONE = -1;

  /** Of a quantity that belongs to no sample, such as the parameter {@code W1[3, 5]} itself. */
  public static Kink of(String quantity) {
    return new Kink(quantity, NONE, NONE);
  }

  /** {@code h1[sample 3, unit 5]}; of no sample {@code W1[3, 5]}. */
  @Override
  public String toString() {
    return sample == NONE ? quantity : quantity + "[sample " + sample + ", unit " + unit + "]";
  }
}

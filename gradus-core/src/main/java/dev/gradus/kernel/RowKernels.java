package dev.gradus.kernel;

/**
 * Loops over matrices that know rows from columns: a row that meets every row, statistics of
 * columns and of rows. One object per thread, beside its {@link Kernels}.
 *
 * <p>A matrix starts at its array's first element; a row that meets every row may start anywhere in
 * its own. Sums are in float64, each one chain in increasing order: of a column over the rows, of a
 * row over the columns. So {@code [from, to)}, a thread's share of the rows or of the columns,
 * changes no bit.
 */
public abstract class RowKernels<A> {

  /** {@code y(i, j) = x(i, j) s(j)} for rows {@code [from, to)}. */
  public abstract void scaled(A x, int columns, A s, int so, A y, int from, int to);

  /** {@code y(i, j) = fma(x(i, j), s(j), y(i, j))} for rows {@code [from, to)}. */
  public abstract void addScaled(A x, int columns, A s, int so, A y, int from, int to);

  /** {@code y(i, j) = fma(x(i, j), s(j), b(j))} for rows {@code [from, to)}. */
  public abstract void affine(A x, int columns, A s, int so, A b, int bo, A y, int from, int to);

  /** {@code y(i, j) = (x(i, j) − m(j)) s(j)} for rows {@code [from, to)}. */
  public abstract void centred(A x, int columns, A m, int mo, A s, int so, A y, int from, int to);

  /** {@code means(j) = (0 + x(0, j) + x(1, j) + …) / rows} for columns {@code [from, to)}. */
  public abstract void columnMeans(A x, int rows, int columns, A means, int from, int to);

  /**
   * {@code v(j) = s / rows} for columns {@code [from, to)}, where s is the chain {@code s = fma(d,
   * d, s)} from 0 over {@code d = x(i, j) − means(j)}.
   */
  public abstract void columnVariances(A x, int rows, int columns, A means, A v, int from, int to);

  /**
   * {@code sums(so + j) = s} for columns {@code [from, to)}, the chain {@code s = fma(a(i, j), b(i,
   * j), s)} from 0.
   */
  public abstract void columnProducts(
      A a, A b, int rows, int columns, A sums, int so, int from, int to);

  /**
   * Standardizes rows {@code [from, to)}: with the row's mean μ = chain / columns, its variance v
   * as of a column above, {@code r = 1 / √(v + ε)}, {@code inverse(i) = r} and {@code y(i, j) =
   * (x(i, j) − μ) r}.
   */
  public abstract void standardizedRows(
      A x, int columns, double epsilon, A y, A inverse, int from, int to);

  /**
   * Back through the above for rows {@code [from, to)}: {@code dx(i, j) = inverse(i) ((dy(i, j) −
   * a) − y(i, j) b)} with a the row's mean of dy, and b of dy y (a chain of fused multiply-adds).
   * dx may be dy.
   */
  public abstract void standardizedRowsGradient(
      A dy, A y, int columns, A inverse, A dx, int from, int to);

  /**
   * {@code y(i, j) = e(j) / s} for rows {@code [from, to)}, with {@code e(j) = exp(x(i, j) − the
   * row's greatest)} and s the chain of the e.
   */
  public abstract void softmax(A x, int columns, A y, int from, int to);

  /**
   * {@code dx(i, j) = y(i, j) (dy(i, j) − d)} for rows {@code [from, to)}, with d the chain {@code
   * fma(dy(i, j), y(i, j), d)} from 0.
   */
  public abstract void softmaxGradient(A dy, A y, int columns, A dx, int from, int to);

  /**
   * {@code mask(i) = 0} where element i's number u, in [0, 1), is below the rate, else {@code 1 /
   * (1 − rate)}, on {@code [from, to)} (elements, not rows; from is even). Number k of SplitMix64
   * from the seed serves elements 2k, by its low 32 bits, and 2k + 1, by its high ones: what
   * happens to an element depends on the seed and its place alone.
   */
  public abstract void mask(long seed, double rate, A mask, int from, int to);
}

package dev.gradus.kernel;

/**
 * The loops over arrays of one element type; {@code A} is {@code float[]} or {@code double[]}. One
 * object per thread: it owns that thread's scratch memory.
 *
 * <p>The order of the floating-point operations is part of each contract, so that all providers
 * give the same bits.
 */
public abstract class Kernels<A> {

  /** Kernels in float64. */
  public static Kernels<double[]> float64(Provider provider) {
    return provider.float64();
  }

  /** Kernels in float32. */
  public static Kernels<float[]> float32(Provider provider) {
    return provider.float32();
  }

  /** The loops that know rows from columns, with scratch memory of their own. */
  public abstract RowKernels<A> rows();

  /** The optimizers' passes over parameters, gradient and memory. */
  public abstract UpdateKernels<A> updates();

  /** Zeros. */
  public abstract A allocate(int length);

  /** Number of elements. */
  public abstract int length(A a);

  /** One element, widened. */
  public abstract double get(A a, int at);

  /** One element, rounded once. */
  public abstract void set(A a, int at, double value);

  /** {@code a[at .. at + n)} as doubles. */
  public abstract void read(A a, int at, double[] into, int from, int n);

  /** {@code a[at .. at + n)} from doubles, each rounded once. */
  public abstract void write(A a, int at, double[] values, int from, int n);

  /** Copies n elements. */
  public abstract void copy(A from, int at, A to, int into, int n);

  /** n elements become 0. */
  public abstract void clear(A a, int at, int n);

  /**
   * {@code C = S + A B}, {@code [m × n] = [m × n] + [m × k][k × n]}: each element is one chain of
   * fused multiply-adds over the inner index 0, 1, …, k − 1, starting from its element of S.
   *
   * <p>All operands are given by an offset and strides, so that a transpose is a change of strides:
   * {@code A(i, p) = a[ao + i·aRow + p·aInner]}, {@code B(p, j) = b[bo + p·bInner + j·bColumn]},
   * {@code S(i, j) = s[so + i·sRow + j]} (sRow = 0 repeats one row: a bias, or zeros), {@code C(i,
   * j) = c[co + i·cRow + j]}. C overlaps none of the others: an element may be computed twice.
   */
  public abstract void product(
      int m,
      int n,
      int k,
      A a,
      int ao,
      int aRow,
      int aInner,
      A b,
      int bo,
      int bInner,
      int bColumn,
      A s,
      int so,
      int sRow,
      A c,
      int co,
      int cRow);

  /**
   * {@code sums[so + j] = 0 + x(0, j) + x(1, j) + …}: one chain in increasing row order; {@code
   * x(i, j) = x[xo + i·columns + j]}.
   */
  public abstract void columnSums(A x, int xo, int rows, int columns, A sums, int so);

  /** {@code y = f(x)} on {@code [from, to)}. */
  public abstract void map(Loop f, A x, A y, int from, int to);

  /** {@code dx = dy · f′(x, y)} on {@code [from, to)}; a product, never a mask. */
  public abstract void mapGradient(Loop f, A x, A y, A dy, A dx, int from, int to);

  /** {@code c = g(a, b)} on {@code [from, to)}. */
  public abstract void combine(PairLoop g, A a, A b, A c, int from, int to);

  /** {@code 0 + f(p, t) + …} over {@code [from, to)} in float64: one chain. */
  public abstract double pairSum(PairLoop f, A p, A t, int from, int to);

  /** {@code dp = scale · f′(p, t)} on {@code [from, to)}, rounded once. */
  public abstract void pairGradient(PairLoop f, A p, A t, A dp, double scale, int from, int to);

  /**
   * The cross-entropy of one row's softmax, {@code −Σ tⱼ ln softmax(z)ⱼ}, over {@code [at, at + n)}
   * of logits z and target t; all sums in float64, each one chain.
   */
  public abstract double softmaxCrossEntropy(A z, A t, int at, int n);

  /** The same, and {@code dz = scale · (T softmax(z) − t)} with {@code T = Σ tⱼ}, rounded once. */
  public abstract double softmaxCrossEntropyGradient(A z, A t, A dz, double scale, int at, int n);

  /**
   * {@code Σ x(i) y(i)} over n elements, in float64: chain j of 256 is {@code fma(x(j), y(j), 0)},
   * {@code fma(x(j + 256), y(j + 256), ·)}, …; then chain j + 128 is added to chain j, of these j +
   * 64 to j, and so on to j + 1.
   */
  public abstract double dot(A x, int xo, A y, int yo, int n);

  /** The greatest {@code |x(i)|} of n elements, 0 of none; NaN if one is NaN. */
  public abstract double magnitude(A x, int xo, int n);

  /**
   * {@code x(i, j) = x(i, j) · limit / √sⱼ} where {@code sⱼ = Σᵢ x(i, j)²} is above limit², in
   * float64, one chain of fused multiply-adds in increasing row order; {@code x(i, j) = x[xo +
   * i·columns + j]}.
   */
  public abstract void limitColumns(A x, int xo, int rows, int columns, double limit);

  /** {@code y = fma(s, u, y)} on {@code [from, to)}, counted from the offsets. */
  public abstract void addScaled(double s, A u, int uo, A y, int yo, int from, int to);

  /**
   * {@code y = fma(s, sign(u), y)} on {@code [from, to)}, counted from the offsets; sign(±0) = ±0.
   */
  public abstract void addScaledSigns(double s, A u, int uo, A y, int yo, int from, int to);
}

package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.PairLoop;
import java.util.Objects;

/**
 * rows × columns numbers, row-major, in float32 or float64. The destination of an operation is its
 * receiver: {@code dW.setTransposeTimes(x, dy)} computes dW = xᵀ dy and allocates nothing.
 *
 * <p>The order of the operations behind each element is fixed (see the methods), so a result has
 * the same bits on every machine and with any number of threads. A destination must not be one of
 * its sources, except where a method says so; products refuse it.
 *
 * <p>Operands whose shapes do not fit are refused with a {@link ShapeException}, and those of mixed
 * precision, or views where a method takes none, with an {@link IllegalArgumentException}: before
 * anything is changed, and with the operation and the shapes in the message.
 */
public final class Matrix {
  final Compute compute;
  final Object array; // float[] or double[]
  final int offset;
  private final int rows;
  private final int columns;

  Matrix(Compute compute, int rows, int columns) {
    this(compute, compute.kernels().allocate(size(rows, columns)), 0, rows, columns);
  }

  private Matrix(Compute compute, Object array, int offset, int rows, int columns) {
    this.compute = compute;
    this.array = array;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
  }

  private static int size(int rows, int columns) {
    long size = (long) rows * columns;
    if (rows < 0 || columns < 0 || size > Integer.MAX_VALUE - 15) {
      throw new ShapeException("a matrix of [" + rows + " × " + columns + "] is not possible");
    }
    return (int) size;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Number of elements. */
  public int size() {
    return rows * columns;
  }

  /** How it is computed. */
  public Compute compute() {
    return compute;
  }

  /** A new one of zeros, computed the same way. */
  public Matrix like(int rows, int columns) {
    return new Matrix(compute, rows, columns);
  }

  /** A copy that shares nothing. */
  public Matrix copy() {
    Matrix copy = like(rows, columns);
    copy.set(this);
    return copy;
  }

  /**
   * Its first n rows, shared.
   *
   * @throws IndexOutOfBoundsException if there are fewer
   */
  public Matrix firstRows(int n) {
    Objects.checkIndex(n, rows + 1);
    return new Matrix(compute, array, offset, n, columns);
  }

  /**
   * A block of its elements, shared: how the flat parameter vector gets its named matrices. A view
   * that does not begin at the array's first element takes part in products, sums and updates, but
   * not in elementwise operations.
   *
   * @param at the view's first element, counted in row-major order
   * @throws IndexOutOfBoundsException if it does not lie within this one
   */
  public Matrix view(int at, int rows, int columns) {
    Objects.checkFromIndexSize(at, size(rows, columns), size());
    return new Matrix(compute, array, offset + at, rows, columns);
  }

  /**
   * All of its elements, shared, computed otherwise: so that several threads read one matrix, each
   * with a compute of its own. None of them may write.
   *
   * @throws IllegalArgumentException if the precisions differ
   */
  public Matrix sharedWith(Compute other) {
    if (other.precision() != compute.precision()) {
      throw new IllegalArgumentException(
          describe() + " cannot be shared with a compute of " + other.precision());
    }
    return new Matrix(other, array, offset, rows, columns);
  }

  /** One element. */
  public double get(int i, int j) {
    return compute.kernels().get(array, at(i, j));
  }

  /** Sets one element, rounded once. */
  public void set(int i, int j, double value) {
    compute.kernels().set(array, at(i, j), value);
  }

  private int at(int i, int j) {
    return offset + Objects.checkIndex(i, rows) * columns + Objects.checkIndex(j, columns);
  }

  /** Sets one row, each value rounded once. */
  public void setRow(int i, double[] values) {
    if (values.length != columns) {
      throw new ShapeException(values.length + " values for a row of " + describe());
    }
    compute
        .kernels()
        .write(array, offset + Objects.checkIndex(i, rows) * columns, values, 0, columns);
  }

  /** All elements, row by row, widened: a copy. */
  public double[] toArray() {
    double[] values = new double[size()];
    compute.kernels().read(array, offset, values, 0, values.length);
    return values;
  }

  /** Writes all elements, row by row, widened, into an array of this size. */
  public void copyTo(double[] into) {
    if (into.length != size()) {
      throw new ShapeException("an array of " + into.length + " for " + describe());
    }
    compute.kernels().read(array, offset, into, 0, into.length);
  }

  /** Sets all elements, row by row, each rounded once. */
  public void setAll(double[] values) {
    if (values.length != size()) {
      throw new ShapeException(values.length + " values for " + describe());
    }
    compute.kernels().write(array, offset, values, 0, values.length);
  }

  /** Copies the elements of a matrix of this shape. */
  public void set(Matrix source) {
    Shapes.same(this, source, "copy");
    compute.kernels().copy(source.array, source.offset, array, offset, size());
  }

  /**
   * Gathers rows: row i becomes row {@code order[from + i]} of the source, for the first n rows.
   *
   * @param source [any × columns]
   * @throws IndexOutOfBoundsException if the source has no such row
   */
  public void setFirstRows(Matrix source, int[] order, int from, int n) {
    Shapes.precision(this, source, "gather");
    if (source.columns != columns || n > rows) {
      throw new ShapeException(
          "gather: " + n + " rows of " + source.describe() + " into " + describe());
    }
    for (int i = from; i < from + n; i++) {
      Objects.checkIndex(order[i], source.rows);
    }
    compute.passes().gather(source, order, from, n, this);
  }

  /**
   * y = x W + b; each element is the chain b, fma(x₀, W₀, ·), fma(x₁, W₁, ·), ….
   *
   * @param x [n × in]
   * @param W [in × out]
   * @param b [1 × out]
   */
  @SuppressWarnings("ParameterName")
  public void setAffine(Matrix x, Matrix W, Matrix b) {
    compute.run(compute.product().affine(x, W, b, this));
  }

  /**
   * y = s + x W; each element is the chain s, fma(x₀, W₀, ·), fma(x₁, W₁, ·), ….
   *
   * @param s [n × out], not this
   * @param x [n × in]
   * @param W [in × out]
   */
  @SuppressWarnings("ParameterName")
  public void setPlusProduct(Matrix s, Matrix x, Matrix W) {
    compute.run(compute.product().plus(s, x, W, this));
  }

  /**
   * y = x W; each element is the chain 0, fma(x₀, W₀, ·), fma(x₁, W₁, ·), ….
   *
   * @param x [n × in]
   * @param W [in × out]
   */
  @SuppressWarnings("ParameterName")
  public void setTimes(Matrix x, Matrix W) {
    compute.run(compute.product().times(x, W, this));
  }

  /**
   * dW = xᵀ dy; each element is the chain 0, fma(x of row 0, dy of row 0, ·), ….
   *
   * @param x [n × in]
   * @param dy [n × out]
   */
  public void setTransposeTimes(Matrix x, Matrix dy) {
    compute.run(compute.product().transposeTimes(x, dy, this));
  }

  /**
   * dx = dy Wᵀ; each element is the chain 0, fma(dy₀, W₀, ·), ….
   *
   * @param dy [n × out]
   * @param W [in × out]
   */
  public void setTimesTranspose(Matrix dy, Matrix W) {
    compute.run(compute.product().timesTranspose(dy, W, this));
  }

  /**
   * db = sums of the columns; each is the chain 0 + row 0 + row 1 + ….
   *
   * @param dy [n × out]; this is [1 × out]
   */
  public void setColumnSums(Matrix dy) {
    Shapes.precision(this, dy, "column sums");
    if (rows != 1 || columns != dy.columns) {
      throw Shapes.misfit("column sums", "db", this, "dy", dy);
    }
    compute.kernels().columnSums(dy.array, dy.offset, dy.rows, dy.columns, array, offset);
  }

  /** y = f(x), elementwise; x may be this. */
  public void setMap(Elementwise f, Matrix x) {
    Shapes.elementwise(this, x, "f(x)");
    compute.passes().map(f.loop(), x, this);
  }

  /**
   * dx = dy · f′(x, y), elementwise: a product, never a mask, so that −0 and NaN come out alike on
   * every path. dy may be this.
   */
  public void setMapGradient(Elementwise f, Matrix x, Matrix y, Matrix dy) {
    Shapes.elementwise(this, x, "dy f′(x)");
    Shapes.elementwise(this, y, "dy f′(x)");
    Shapes.elementwise(this, dy, "dy f′(x)");
    compute.passes().mapGradient(f.loop(), x, y, dy, this);
  }

  /** c = g(a, b), elementwise; a or b may be this. */
  public void setCombined(Pairwise g, Matrix a, Matrix b) {
    Shapes.elementwise(this, a, "g(a, b)");
    Shapes.elementwise(this, b, "g(a, b)");
    compute.kernels().combine(g.loop(), a.array, b.array, array, 0, size());
  }

  /**
   * The sum of f(p, t) over all elements, in float64: one chain along each row, then over the rows.
   */
  public static double pairSum(Pairwise f, Matrix p, Matrix t) {
    Shapes.elementwise(p, t, "f(p, t)");
    Kernels<Object> kernels = p.compute.kernels();
    PairLoop loop = f.loop();
    if (p.columns == 1) { // the chain over rows of one is the chain over all
      return kernels.pairSum(loop, p.array, t.array, 0, p.rows);
    }
    double sum = 0;
    for (int i = 0; i < p.rows; i++) {
      int at = i * p.columns;
      sum += kernels.pairSum(loop, p.array, t.array, at, at + p.columns);
    }
    return sum;
  }

  /** dp = scale · ∂f/∂p (p, t), elementwise; computed in double, rounded once. */
  public void setPairGradient(Pairwise f, Matrix p, Matrix t, double scale) {
    Shapes.elementwise(this, p, "∂f/∂p");
    Shapes.elementwise(this, t, "∂f/∂p");
    compute.kernels().pairGradient(f.loop(), p.array, t.array, array, scale, 0, size());
  }

  /**
   * The sum over the rows of the cross-entropy of a row's softmax, −Σⱼ tⱼ ln softmax(z)ⱼ, in
   * float64.
   *
   * @param z logits [n × classes]
   * @param t target probabilities [n × classes]
   */
  public static double softmaxCrossEntropySum(Matrix z, Matrix t) {
    Shapes.elementwise(z, t, "softmax cross-entropy");
    double sum = 0;
    for (int i = 0; i < z.rows; i++) {
      sum += z.compute.kernels().softmaxCrossEntropy(z.array, t.array, i * z.columns, z.columns);
    }
    return sum;
  }

  /**
   * The same sum, and dz = scale · (softmax(z) Σⱼ tⱼ − t): softmax is computed once. t may be this.
   *
   * @param z logits [n × classes]
   * @param t target probabilities [n × classes]
   */
  public double setSoftmaxCrossEntropyGradient(Matrix z, Matrix t, double scale) {
    Shapes.elementwise(this, z, "softmax cross-entropy");
    Shapes.elementwise(this, t, "softmax cross-entropy");
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum +=
          compute
              .kernels()
              .softmaxCrossEntropyGradient(z.array, t.array, array, scale, i * columns, columns);
    }
    return sum;
  }

  /**
   * Σᵢⱼ aᵢⱼ bᵢⱼ, in float64: of each 16,384 elements in a row 256 interleaved chains of fused
   * multiply-adds, folded in halves; then these sums in their order. Either may be a view.
   */
  public static double dot(Matrix a, Matrix b) {
    Shapes.same(a, b, "a · b");
    return a.compute.dot(a, b);
  }

  /** The greatest |element|, 0 where there are none; NaN if one is NaN. */
  public double magnitude() {
    return compute.passes().magnitude(this);
  }

  /** All elements become 0. */
  public void setZero() {
    compute.kernels().clear(array, offset, size());
  }

  /**
   * Scales each column whose Euclidean norm is above a limit down to it; the squares are summed in
   * float64, one chain in increasing row order. A column that holds NaN stays.
   *
   * @param limit above 0
   */
  public void limitColumns(double limit) {
    compute.kernels().limitColumns(array, offset, rows, columns, limit);
  }

  /** this = fma(s, u, this); u may be this. */
  public void addScaled(double s, Matrix u) {
    Shapes.same(this, u, "y + s u");
    compute.passes().addScaled(s, u, this);
  }

  /** this = fma(s, sign(u), this), where sign(0) = 0. */
  public void addScaledSigns(double s, Matrix u) {
    Shapes.same(this, u, "y + s sign(u)");
    compute.passes().addScaledSigns(s, u, this);
  }

  /**
   * yᵢⱼ = xᵢⱼ sⱼ: every row meets the row s; x may be this.
   *
   * @param x [n × width]
   * @param s [1 × width]
   */
  public void setRowScaled(Matrix x, Matrix s) {
    Shapes.elementwise(this, x, "x · s");
    Shapes.row(this, s, "x · s");
    compute.rowPasses().scaled(x, s, this);
  }

  /**
   * yᵢⱼ = fma(xᵢⱼ, sⱼ, yᵢⱼ).
   *
   * @param x [n × width]
   * @param s [1 × width]
   */
  public void addRowScaled(Matrix x, Matrix s) {
    Shapes.elementwise(this, x, "y + x · s");
    Shapes.row(this, s, "y + x · s");
    compute.rowPasses().addScaled(x, s, this);
  }

  /**
   * yᵢⱼ = fma(xᵢⱼ, sⱼ, bⱼ); x may be this.
   *
   * @param x [n × width]
   * @param s [1 × width]
   * @param b [1 × width]
   */
  public void setRowAffine(Matrix x, Matrix s, Matrix b) {
    Shapes.elementwise(this, x, "x · s + b");
    Shapes.row(this, s, "x · s + b");
    Shapes.row(this, b, "x · s + b");
    compute.rowPasses().affine(x, s, b, this);
  }

  /**
   * yᵢⱼ = (xᵢⱼ − mⱼ) sⱼ; x may be this.
   *
   * @param x [n × width]
   * @param m [1 × width]
   * @param s [1 × width]
   */
  public void setRowCentred(Matrix x, Matrix m, Matrix s) {
    Shapes.elementwise(this, x, "(x − m) · s");
    Shapes.row(this, m, "(x − m) · s");
    Shapes.row(this, s, "(x − m) · s");
    compute.rowPasses().centred(x, m, s, this);
  }

  /**
   * μⱼ = 1/n Σᵢ xᵢⱼ; each sum is one chain over the rows, in float64.
   *
   * @param x [n × width], n 1 or more; this is [1 × width]
   */
  public void setColumnMeans(Matrix x) {
    Shapes.reduction(this, x, "column means");
    compute.rowPasses().columnMeans(x, this);
  }

  /**
   * σ²ⱼ = 1/n Σᵢ (xᵢⱼ − μⱼ)²; each sum is one chain over the rows, in float64. The means come
   * first, in a pass of their own: the difference of mean square and squared mean would cancel.
   *
   * @param x [n × width], n 1 or more; this is [1 × width]
   * @param means μ [1 × width]
   */
  public void setColumnVariances(Matrix x, Matrix means) {
    Shapes.reduction(this, x, "column variances");
    Shapes.elementwise(this, means, "column variances");
    compute.rowPasses().columnVariances(x, means, this);
  }

  /**
   * sⱼ = Σᵢ aᵢⱼ bᵢⱼ; each sum is one chain over the rows, in float64. This may be a view.
   *
   * @param a [n × width]; this is [1 × width]
   * @param b [n × width]
   */
  public void setColumnSumsOfProduct(Matrix a, Matrix b) {
    Shapes.elementwise(a, b, "column sums of a · b");
    Shapes.row(a, this, "column sums of a · b");
    compute.rowPasses().columnProducts(a, b, this);
  }

  /**
   * Standardizes each row: yᵢⱼ = (xᵢⱼ − μᵢ) rᵢ with μᵢ the row's mean, σ²ᵢ its mean squared
   * distance from that, and rᵢ = 1 / √(σ²ᵢ + ε). Each sum is one chain along the row, in float64.
   *
   * @param x [n × width]
   * @param epsilon ε, above 0
   * @param inverse takes r [n × 1]
   */
  public void setStandardizedRows(Matrix x, double epsilon, Matrix inverse) {
    Shapes.elementwise(this, x, "standardized rows");
    Shapes.column(this, inverse, "standardized rows");
    compute.rowPasses().standardizedRows(x, epsilon, this, inverse);
  }

  /**
   * Back through {@link #setStandardizedRows}: dxᵢⱼ = rᵢ (dyᵢⱼ − mean of dyᵢ − yᵢⱼ · mean of dyᵢ
   * yᵢ). dy may be this.
   *
   * @param dy [n × width]
   * @param y what forward gave [n × width]
   * @param inverse r [n × 1]
   */
  public void setStandardizedRowsGradient(Matrix dy, Matrix y, Matrix inverse) {
    Shapes.elementwise(this, dy, "standardized rows");
    Shapes.elementwise(this, y, "standardized rows");
    Shapes.column(this, inverse, "standardized rows");
    compute.rowPasses().standardizedRowsGradient(dy, y, inverse, this);
  }

  /**
   * yᵢⱼ = e^xᵢⱼ / Σₖ e^xᵢₖ, from which the row's greatest is taken first, so that nothing
   * overflows.
   *
   * @param x [n × width]
   */
  public void setSoftmax(Matrix x) {
    Shapes.elementwise(this, x, "softmax");
    compute.rowPasses().softmax(x, this);
  }

  /**
   * Back through {@link #setSoftmax}: dxᵢⱼ = yᵢⱼ (dyᵢⱼ − Σₖ dyᵢₖ yᵢₖ).
   *
   * @param dy [n × width]
   * @param y what forward gave [n × width]
   */
  public void setSoftmaxGradient(Matrix dy, Matrix y) {
    Shapes.elementwise(this, dy, "softmax");
    Shapes.elementwise(this, y, "softmax");
    compute.rowPasses().softmaxGradient(dy, y, this);
  }

  /**
   * Each element is 0 with probability rate, else 1 / (1 − rate). Which ones is decided by the seed
   * and by the element's place, row by row: not by threads, nor by the number of rows.
   *
   * @param rate 0 to below 1
   * @throws IllegalArgumentException if the rate is out of its range
   */
  public void setMask(long seed, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate " + rate + ": wants a number from 0 to below 1");
    }
    Shapes.elementwise(this, this, "mask");
    compute.rowPasses().mask(seed, rate, this);
  }

  /** Its shape: {@code [2 × 3]}. */
  public String describe() {
    return "[" + rows + " × " + columns + "]";
  }

  @Override
  public String toString() {
    return describe() + " " + compute.precision();
  }
}

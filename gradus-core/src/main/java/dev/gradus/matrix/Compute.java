package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.Provider;
import dev.gradus.kernel.Team;
import java.util.stream.Stream;

/**
 * How a run computes: in which precision, by which kernels, with how many threads. The bits of a
 * result depend on the precision alone.
 *
 * <p>A compute and its matrices serve one calling thread at a time. Closing it ends its threads;
 * matrices can be read afterwards.
 */
public final class Compute implements AutoCloseable {
  /** Threads that a compute may have. */
  public static final int MAX_THREADS = 1024;

  private final Precision precision;
  private final Team team;
  private final Kernels<Object>[] kernels; // one for each thread; the caller's is the first
  private final ProductJob productJob;
  private final Passes passes;
  private final RowPasses rowPasses;
  private final UpdatePasses updatePasses;
  private final DotJob dotJob;
  private Object zeros;

  private Compute(Precision precision, int threads, Provider provider) {
    this.precision = precision;
    this.kernels = kernels(precision, threads, provider);
    this.team = new Team(threads);
    this.productJob = new ProductJob(kernels);
    this.zeros = kernels[0].allocate(0);
    Matrix none = new Matrix(this, 0, 0);
    this.passes = new Passes(kernels, team, none);
    this.rowPasses = new RowPasses(kernels, team, none);
    this.updatePasses = new UpdatePasses(kernels, team, none);
    this.dotJob = new DotJob(kernels, none);
  }

  /**
   * A way to compute.
   *
   * @param precision of all matrices that it makes
   * @param threads 1 to {@value #MAX_THREADS}, the caller included
   */
  public static Compute of(Precision precision, int threads) {
    return of(precision, threads, Double.POSITIVE_INFINITY);
  }

  /**
   * A way to compute for a run of a known size: short runs take kernels that are there at once,
   * long ones those that are fast once they are compiled. The bits are the same.
   *
   * @param precision of all matrices that it makes
   * @param threads 1 to {@value #MAX_THREADS}, the caller included
   * @param flop floating-point operations that the run will take, roughly
   */
  public static Compute of(Precision precision, int threads, double flop) {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new IllegalArgumentException(threads + " threads; wants 1 to " + MAX_THREADS);
    }
    return new Compute(precision, threads, Provider.choose(flop));
  }

  /** One thread, float64: for checks, examples and small problems. */
  public static Compute float64() {
    return of(Precision.FLOAT64, 1);
  }

  @SuppressWarnings("unchecked") // a matrix hands its own array to the kernels of its own compute
  private static Kernels<Object>[] kernels(Precision precision, int threads, Provider provider) {
    return (Kernels<Object>[])
        Stream.generate(
                () ->
                    precision == Precision.FLOAT32
                        ? Kernels.float32(provider)
                        : Kernels.float64(provider))
            .limit(threads)
            .toArray(Kernels<?>[]::new);
  }

  /** Which kernels long runs get in this process, and how to get faster ones where they do not. */
  public static String kernelNote() {
    return Provider.note();
  }

  /** The precision of all its matrices. */
  public Precision precision() {
    return precision;
  }

  /** The number of threads, the caller included. */
  public int threads() {
    return team.threads();
  }

  /** Zeros, in an array of its own. */
  public Matrix matrix(int rows, int columns) {
    return new Matrix(this, rows, columns);
  }

  /**
   * A matrix from values, each rounded once.
   *
   * @param rows [n × columns], all rows of one length; at least one row
   */
  public Matrix matrix(double[][] rows) {
    if (rows.length == 0) {
      throw new ShapeException("no rows: the number of columns is unknown");
    }
    Matrix matrix = matrix(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw new ShapeException(
            "row " + i + " has " + rows[i].length + " values, row 0 has " + rows[0].length);
      }
      matrix.setRow(i, rows[i]);
    }
    return matrix;
  }

  Kernels<Object> kernels() {
    return kernels[0];
  }

  /** At least n zeros, never written to. */
  Object zeros(int n) {
    if (kernels[0].length(zeros) < n) {
      zeros = kernels[0].allocate(n);
    }
    return zeros;
  }

  /** The product that {@link #run} will compute; one object, filled anew each time. */
  ProductJob product() {
    return productJob;
  }

  Passes passes() {
    return passes;
  }

  RowPasses rowPasses() {
    return rowPasses;
  }

  UpdatePasses updatePasses() {
    return updatePasses;
  }

  double dot(Matrix a, Matrix b) {
    return dotJob.run(team, a, b);
  }

  void run(ProductJob job) {
    job.run(team);
  }

  @Override
  public void close() {
    team.close();
  }
}

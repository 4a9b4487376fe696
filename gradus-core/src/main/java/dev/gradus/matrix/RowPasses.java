package dev.gradus.matrix;

import dev.gradus.kernel.Kernels;
import dev.gradus.kernel.RowKernels;
import dev.gradus.kernel.Team;

/**
 * The passes that know rows from columns, shared out to the team as strips of rows or of columns.
 * One object, filled anew for each pass, so that a step allocates nothing.
 */
final class RowPasses implements Team.Job {
  /** What a pass does with rows or columns {@code [from, to)}. */
  private interface Strip {
    void compute(RowKernels<Object> with, RowPasses o, int from, int to);
  }

  private static final Strip SCALED =
      (with, o, from, to) ->
          with.scaled(o.x.array, o.columns, o.s.array, o.s.offset, o.y.array, from, to);
  private static final Strip ADD_SCALED =
      (with, o, from, to) ->
          with.addScaled(o.x.array, o.columns, o.s.array, o.s.offset, o.y.array, from, to);
  private static final Strip AFFINE =
      (with, o, from, to) ->
          with.affine(
              o.x.array,
              o.columns,
              o.s.array,
              o.s.offset,
              o.b.array,
              o.b.offset,
              o.y.array,
              from,
              to);
  private static final Strip CENTRED =
      (with, o, from, to) ->
          with.centred(
              o.x.array,
              o.columns,
              o.b.array,
              o.b.offset,
              o.s.array,
              o.s.offset,
              o.y.array,
              from,
              to);
  private static final Strip COLUMN_MEANS =
      (with, o, from, to) ->
          with.columnMeans(o.x.array, o.x.rows(), o.columns, o.y.array, from, to);
  private static final Strip COLUMN_VARIANCES =
      (with, o, from, to) ->
          with.columnVariances(o.x.array, o.x.rows(), o.columns, o.s.array, o.y.array, from, to);
  private static final Strip COLUMN_PRODUCTS =
      (with, o, from, to) ->
          with.columnProducts(
              o.x.array, o.b.array, o.x.rows(), o.columns, o.y.array, o.y.offset, from, to);
  private static final Strip STANDARDIZED =
      (with, o, from, to) ->
          with.standardizedRows(o.x.array, o.columns, o.number, o.y.array, o.s.array, from, to);
  private static final Strip STANDARDIZED_GRADIENT =
      (with, o, from, to) ->
          with.standardizedRowsGradient(
              o.x.array, o.b.array, o.columns, o.s.array, o.y.array, from, to);
  private static final Strip SOFTMAX =
      (with, o, from, to) -> with.softmax(o.x.array, o.columns, o.y.array, from, to);
  private static final Strip SOFTMAX_GRADIENT =
      (with, o, from, to) ->
          with.softmaxGradient(o.x.array, o.b.array, o.columns, o.y.array, from, to);
  private static final Strip MASK =
      (with, o, from, to) -> with.mask(o.seed, o.number, o.y.array, from, to);

  /** Strips of columns, and of elements, are multiples of a cache line. */
  private static final int GRAIN = 1 << 4;

  private final Kernels<Object>[] kernels;
  private final Team team;
  private Matrix y;
  private Matrix x;
  private Matrix s;
  private Matrix b;
  private double number;
  private long seed;
  private int columns;
  private Strip pass = SCALED;
  private int units;
  private int strip;

  /**
   * Holds no operands yet.
   *
   * @param none stands for operands that a pass has not
   */
  RowPasses(Kernels<Object>[] kernels, Team team, Matrix none) {
    this.kernels = kernels;
    this.team = team;
    this.y = none;
    this.x = none;
    this.s = none;
    this.b = none;
  }

  void scaled(Matrix x, Matrix s, Matrix y) {
    fill(x, s, s, y);
    overRows(SCALED);
  }

  void addScaled(Matrix x, Matrix s, Matrix y) {
    fill(x, s, s, y);
    overRows(ADD_SCALED);
  }

  void affine(Matrix x, Matrix s, Matrix b, Matrix y) {
    fill(x, s, b, y);
    overRows(AFFINE);
  }

  void centred(Matrix x, Matrix m, Matrix s, Matrix y) {
    fill(x, s, m, y);
    overRows(CENTRED);
  }

  void columnMeans(Matrix x, Matrix means) {
    fill(x, x, x, means);
    overColumns(COLUMN_MEANS);
  }

  void columnVariances(Matrix x, Matrix means, Matrix variances) {
    fill(x, means, x, variances);
    overColumns(COLUMN_VARIANCES);
  }

  void columnProducts(Matrix a, Matrix b, Matrix sums) {
    fill(a, a, b, sums);
    overColumns(COLUMN_PRODUCTS);
  }

  void standardizedRows(Matrix x, double epsilon, Matrix y, Matrix inverse) {
    fill(x, inverse, x, y);
    number = epsilon;
    overRows(STANDARDIZED);
  }

  void standardizedRowsGradient(Matrix dy, Matrix y, Matrix inverse, Matrix dx) {
    fill(dy, inverse, y, dx);
    overRows(STANDARDIZED_GRADIENT);
  }

  void softmax(Matrix x, Matrix y) {
    fill(x, x, x, y);
    overRows(SOFTMAX);
  }

  void softmaxGradient(Matrix dy, Matrix y, Matrix dx) {
    fill(dy, dy, y, dx);
    overRows(SOFTMAX_GRADIENT);
  }

  void mask(long seed, double rate, Matrix mask) {
    fill(mask, mask, mask, mask);
    this.seed = seed;
    this.number = rate;
    run(MASK, mask.size(), GRAIN, mask.size());
  }

  private void fill(Matrix x, Matrix s, Matrix b, Matrix y) {
    this.x = x;
    this.s = s;
    this.b = b;
    this.y = y;
    this.columns = x.columns();
  }

  private void overRows(Strip what) {
    run(what, x.rows(), 1, x.size());
  }

  private void overColumns(Strip what) {
    run(what, columns, GRAIN, x.size());
  }

  private void run(Strip what, int count, int grain, int elements) {
    pass = what;
    units = count;
    strip = Share.of(count, grain, elements, team.threads());
    team.run(Math.ceilDiv(count, strip), this);
  }

  @Override
  public void compute(int part, int worker) {
    int from = part * strip;
    pass.compute(kernels[worker].rows(), this, from, Math.min(units, from + strip));
  }
}

package dev.gradus.tabular.preprocess;

import dev.gradus.matrix.Elementary;

/**
 * Numbers as a network learns them: t = (f(y) − center) / deviation, undone by y = f⁻¹(t ·
 * deviation + center), with f the logarithm or nothing. Rising, so that order and quantiles stay.
 *
 * @param transform whether f is the logarithm
 * @param center of f(y) in the training rows; 0 without a transform
 * @param deviation of f(y) in the training rows (over n), above 0; 1 without a transform, and where
 *     all are the same
 */
public record TargetScale(TargetTransform transform, double center, double deviation) {
  /** The numbers as they are. */
  public static final TargetScale NONE = new TargetScale(TargetTransform.NONE, 0, 1);

  /**
   * Learns from numbers; those for a logarithm are above 0.
   *
   * @param weights how much each counts, as {@link WeightedRows} has them
   */
  static TargetScale fit(TargetTransform transform, double[] values, double[] weights) {
    if (transform == TargetTransform.NONE) {
      return NONE;
    }
    double[] mapped = new double[values.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = transform == TargetTransform.LOG ? Elementary.log(values[i]) : values[i];
    }
    Statistics of = Statistics.of(mapped, weights);
    boolean same = NumberFeature.isConstant(of.deviation());
    return new TargetScale(transform, of.mean(), same ? 1 : of.deviation());
  }

  /** t for y. */
  public double encode(double y) {
    double mapped = transform == TargetTransform.LOG ? Elementary.log(y) : y;
    return (0.5 * mapped - 0.5 * center) / (0.5 * deviation);
  }

  /** y for t: a finite number for every finite one. */
  public double decode(double t) {
    double mapped = t * deviation + center;
    double y = transform == TargetTransform.LOG ? Elementary.exp(mapped) : mapped;
    return Math.clamp(y, -Double.MAX_VALUE, Double.MAX_VALUE);
  }
}

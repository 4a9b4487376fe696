package dev.gradus.tabular.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The metric of the validation rows after each epoch. It costs a pass over them, and so is computed
 * when somebody asks, unless it is kept: then after each epoch, since nobody can compute it later.
 */
final class MetricHistory {
  private final DoubleSupplier metric;
  private final boolean keeps;
  private final List<Double> values;

  /**
   * @param metric as it is at present
   * @param keeps whether those of all epochs are wanted in the end
   * @param before of the epochs of the run that this one goes on from; empty if it did not keep
   *     them
   */
  MetricHistory(DoubleSupplier metric, boolean keeps, List<Double> before) {
    this.metric = metric;
    this.keeps = keeps;
    this.values = new ArrayList<>(before);
  }

  /** After the epoch that has just ended. */
  DoubleSupplier present() {
    if (!keeps) {
      return metric;
    }
    double value = metric.getAsDouble();
    values.add(value);
    return () -> value;
  }

  /** After an epoch before this run, counted from 0; NaN if it was not kept. */
  double before(int epoch) {
    return epoch < values.size() ? values.get(epoch) : Double.NaN;
  }

  /** Those that are known: a copy. */
  List<Double> values() {
    return List.copyOf(values);
  }
}

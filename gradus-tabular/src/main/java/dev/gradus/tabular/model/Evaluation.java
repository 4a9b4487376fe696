package dev.gradus.tabular.model;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How good a model is on some rows, beside what the trivial baseline and a linear model on the same
 * inputs get on them.
 */
public sealed interface Evaluation {

  /**
   * Of values.
   *
   * @param metrics the model's
   * @param baseline of who always says the training rows' mean
   * @param linear of a ridge regression; nothing if the model's file has none
   */
  record Regression(
      RegressionMetrics metrics, RegressionMetrics baseline, Optional<RegressionMetrics> linear)
      implements Evaluation {}

  /**
   * Of quantiles.
   *
   * @param metrics of the middle level, as of values
   * @param coverage how many rows lie where the quantiles say
   */
  record Quantiles(
      RegressionMetrics metrics,
      RegressionMetrics baseline,
      Optional<RegressionMetrics> linear,
      Coverage coverage)
      implements Evaluation {}

  /**
   * Of several columns of values.
   *
   * @param targets by their names, in their order
   */
  record Several(Map<String, Regression> targets) implements Evaluation {
    /** Copies the map, which keeps its order. */
    public Several {
      targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }
  }

  /**
   * Of classes.
   *
   * @param metrics the model's
   * @param baseline of who always says the training rows' shares of the classes
   * @param linear of a logistic regression; nothing if the model's file has none
   */
  record Classification(
      ClassificationMetrics metrics,
      ClassificationMetrics baseline,
      Optional<ClassificationMetrics> linear)
      implements Evaluation {}
}

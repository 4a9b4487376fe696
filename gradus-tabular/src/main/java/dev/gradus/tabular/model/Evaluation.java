package dev.gradus.tabular.model;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;

/** How good a model is on some rows, beside what the trivial baseline gets on them. */
public sealed interface Evaluation {

  /**
   * Of values.
   *
   * @param metrics the model's
   * @param baseline of who always says the training rows' mean
   */
  record Regression(RegressionMetrics metrics, RegressionMetrics baseline) implements Evaluation {}

  /**
   * Of classes.
   *
   * @param metrics the model's
   * @param baseline of who always says the training rows' shares of the classes
   */
  record Classification(ClassificationMetrics metrics, ClassificationMetrics baseline)
      implements Evaluation {}
}

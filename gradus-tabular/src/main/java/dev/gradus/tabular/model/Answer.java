package dev.gradus.tabular.model;

import dev.gradus.matrix.Matrix;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import java.util.Collections;
import java.util.List;

/** What a model makes of a {@link Row}. It belongs to the row and holds what was predicted last. */
public final class Answer {
  private final Target target;
  private final Output output;
  private final List<String> classes;
  private final double[] outputs;
  private final double[] probabilities;
  private final int first;
  private int code;

  Answer(Model model) {
    this.target = model.target();
    this.output = model.output();
    this.classes = target instanceof ClassTarget known ? known.classes() : List.of();
    this.outputs = new double[model.network().outputs()];
    this.first = target instanceof QuantileTarget quantiles ? quantiles.middle() : 0;
    this.probabilities = new double[classes.size()];
  }

  void take(Matrix prediction) {
    prediction.copyTo(outputs);
    switch (target) {
      case RegressionTarget regression -> Output.decode(List.of(regression), outputs);
      case SeveralTargets several -> Output.decode(several.list(), outputs);
      case QuantileTarget quantiles ->
          Output.decode(Collections.nCopies(outputs.length, quantiles.values()), outputs);
      case ClassTarget known -> {
        output.probabilities(outputs, probabilities, classes.size());
        code = ClassificationMetrics.mostProbable(probabilities, 0, classes.size());
      }
    }
  }

  /**
   * The value, in the user's units; the first of several, and of quantiles the middle one.
   *
   * @throws IllegalStateException if the model predicts classes
   */
  public double value() {
    if (!classes.isEmpty()) {
      throw new IllegalStateException("the model predicts classes, not values");
    }
    return outputs[first];
  }

  /**
   * The values of several targets, or of the levels of quantiles, in their order: a copy.
   *
   * @throws IllegalStateException if the model predicts classes
   */
  public double[] values() {
    if (!classes.isEmpty()) {
      throw new IllegalStateException("the model predicts classes, not values");
    }
    return outputs.clone();
  }

  /** The names of the classes, in their order; empty if the model predicts values. */
  public List<String> classes() {
    return classes;
  }

  /** The most probable class, of equally probable ones the first. */
  public String label() {
    return classes.get(code);
  }

  /** The probability of a class, counted from 0 in the order of {@link #classes()}. */
  public double probability(int number) {
    return probabilities[number];
  }

  /** The value or the most probable class, as a text. */
  @Override
  public String toString() {
    return classes.isEmpty() ? Double.toString(outputs[first]) : label();
  }
}

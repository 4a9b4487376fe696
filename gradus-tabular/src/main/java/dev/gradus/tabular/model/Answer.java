package dev.gradus.tabular.model;

import dev.gradus.matrix.Matrix;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import java.util.List;

/** What a model makes of a {@link Row}. It belongs to the row and holds what was predicted last. */
public final class Answer {
  private final Target target;
  private final Output output;
  private final List<String> classes;
  private final double[] outputs;
  private final double[] probabilities;
  private int code;

  Answer(Model model) {
    this.target = model.target();
    this.output = Output.of(model.loss());
    this.classes = target instanceof ClassTarget known ? known.classes() : List.of();
    this.outputs = new double[model.network().outputs()];
    this.probabilities = new double[classes.size()];
  }

  void take(Matrix prediction) {
    prediction.copyTo(outputs);
    switch (target) {
      case RegressionTarget regression -> outputs[0] = regression.decode(outputs[0]);
      case ClassTarget known -> {
        output.probabilities(outputs, probabilities, classes.size());
        code = ClassificationMetrics.mostProbable(probabilities, 0, classes.size());
      }
    }
  }

  /**
   * The value, in the user's units.
   *
   * @throws IllegalStateException if the model predicts classes
   */
  public double value() {
    if (!classes.isEmpty()) {
      throw new IllegalStateException("the model predicts classes, not values");
    }
    return outputs[0];
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
    return classes.isEmpty() ? Double.toString(outputs[0]) : label();
  }
}

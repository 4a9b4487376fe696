package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.matrix.RowWeights;
import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.setting.ClassWeighting;
import dev.gradus.tabular.table.Quotation;
import java.util.Arrays;
import java.util.Optional;

/** How much rows count: by a column, by their class, or both, multiplied. */
final class SampleWeights {
  private final WeightColumn column;
  private final Target target;
  private final double[] ofClasses; // empty: all 1

  /**
   * Learns the weights of the classes.
   *
   * @param training the rows whose classes are counted
   */
  SampleWeights(TrainingSettings settings, Target target, Part training) {
    this.column = WeightColumn.of(settings);
    this.target = target;
    this.ofClasses =
        settings
            .find(Hyperparameters.CLASS_WEIGHT)
            .map(weighting -> ofClasses(weighting, training))
            .orElse(new double[0]);
  }

  private double[] ofClasses(ClassWeighting weighting, Part training) {
    if (!(target instanceof ClassTarget classes)) {
      throw refused(weighting, "column " + Quotation.name(target.name()) + " holds values");
    }
    int k = classes.classes().size();
    double[] weights = new double[k];
    switch (weighting) {
      case ClassWeighting.Balanced balanced -> {
        double[] shares =
            ClassificationMetrics.shares(
                classes.codes(training.table(), training.rows()),
                k,
                column.rows(training).weights());
        Arrays.setAll(weights, j -> shares[j] == 0 ? 0 : 1 / (k * shares[j]));
      }
      case ClassWeighting.Table table -> {
        for (String name : table.weights().keySet()) {
          if (!classes.classes().contains(name)) {
            throw refused(
                weighting,
                "no such class: "
                    + Quotation.of(name)
                    + "; there are: "
                    + Quotation.names(classes.classes()));
          }
        }
        Arrays.setAll(weights, j -> table.weights().getOrDefault(classes.classes().get(j), 1.0));
      }
    }
    return weights;
  }

  private static ConfigException refused(ClassWeighting weighting, String what) {
    return new ConfigException("flag.conflict", Hyperparameters.CLASS_WEIGHT.at(weighting), what);
  }

  /** Of some rows; none where all count the same. */
  Optional<RowWeights> of(Part part) {
    if (column.name().isEmpty() && ofClasses.length == 0) {
      return Optional.empty();
    }
    double[] weights = column.of(part.table(), part.rows());
    if (target instanceof ClassTarget classes && ofClasses.length > 0) {
      int[] codes = classes.codes(part.table(), part.rows());
      multiply(weights, Arrays.stream(codes).mapToDouble(code -> ofClasses[code]).toArray());
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new DataException(
          "data.weights", Location.of(part.table().file()), "all sample weights are 0");
    }
    return Optional.of(RowWeights.of(weights));
  }

  private static void multiply(double[] weights, double[] by) {
    Arrays.setAll(weights, i -> weights[i] * by[i]);
  }
}

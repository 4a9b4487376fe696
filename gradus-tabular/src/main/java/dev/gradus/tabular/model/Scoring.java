package dev.gradus.tabular.model;

import dev.gradus.tabular.metric.ClassificationMetrics;
import dev.gradus.tabular.metric.RegressionMetrics;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came true on some rows, to hold predictions against. */
sealed interface Scoring {

  /** How good predictions are for these rows, beside the trivial ones and a linear model's. */
  Evaluation evaluation(Predictions model, Optional<Predictions> linear);

  /** How good predictions are in one number, the higher the better: R², or minus the log loss. */
  double score(Predictions model);

  /** The figure that a reader looks at first: R², or the accuracy. */
  double headline(Predictions model);

  /**
   * What came true.
   *
   * @param shares of the classes in the training rows
   * @param rows counted from 0, which have a target each
   * @param w how much each counts, [rows]
   */
  static Scoring of(Target target, List<Double> shares, Table table, int[] rows, double[] w) {
    return switch (target) {
      case RegressionTarget values -> new Values(values.values(table, rows), w, values.mean());
      case QuantileTarget quantiles ->
          new Quantiles(
              quantiles, quantiles.values().values(table, rows), w, quantiles.values().mean());
      case SeveralTargets several ->
          new Several(
              several.names(),
              several.list().stream()
                  .map(one -> new Values(one.values(table, rows), w, one.mean()))
                  .toList());
      case ClassTarget classes ->
          new Classes(
              classes.codes(table, rows),
              w,
              shares.stream().mapToDouble(Double::doubleValue).toArray());
    };
  }

  /** Numbers. */
  @SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
  record Values(double[] actual, double[] w, double mean) implements Scoring {
    @Override
    public Evaluation evaluation(Predictions model, Optional<Predictions> linear) {
      return new Evaluation.Regression(
          metrics(model), RegressionMetrics.baseline(actual, mean, w), linear.map(this::metrics));
    }

    @Override
    public double score(Predictions model) {
      return metrics(model).r2();
    }

    @Override
    public double headline(Predictions model) {
      return score(model);
    }

    private RegressionMetrics metrics(Predictions by) {
      return RegressionMetrics.of(actual, ((Predictions.Values) by).values(), w);
    }
  }

  /** Quantiles: the middle one is judged as a value, and how many rows lie below each. */
  @SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
  record Quantiles(QuantileTarget target, double[] actual, double[] w, double mean)
      implements Scoring {
    @Override
    public Evaluation evaluation(Predictions model, Optional<Predictions> linear) {
      return new Evaluation.Quantiles(
          metrics(model),
          RegressionMetrics.baseline(actual, mean, w),
          linear.map(this::metrics),
          Coverage.of(target.levels(), actual, w, (Predictions.Several) model));
    }

    @Override
    public double score(Predictions model) {
      return metrics(model).r2();
    }

    @Override
    public double headline(Predictions model) {
      return score(model);
    }

    private RegressionMetrics metrics(Predictions by) {
      return RegressionMetrics.of(actual, ((Predictions.Several) by).column(0), w);
    }
  }

  /** Several columns of numbers: each is judged for itself. */
  record Several(List<String> names, List<Values> each) implements Scoring {
    @Override
    public Evaluation evaluation(Predictions model, Optional<Predictions> linear) {
      Map<String, Evaluation.Regression> targets = new LinkedHashMap<>();
      for (int j = 0; j < each.size(); j++) {
        int column = j;
        targets.put(
            names.get(j),
            (Evaluation.Regression)
                each.get(j)
                    .evaluation(one(model, column), linear.map(other -> one(other, column))));
      }
      return new Evaluation.Several(targets);
    }

    private static Predictions one(Predictions all, int column) {
      return new Predictions.Values(((Predictions.Several) all).column(column), all.cells());
    }

    /** The mean over the columns, as scikit-learn has it. */
    @Override
    public double score(Predictions model) {
      double sum = 0;
      for (int j = 0; j < each.size(); j++) {
        sum += each.get(j).score(one(model, j));
      }
      return sum / each.size();
    }

    @Override
    public double headline(Predictions model) {
      return score(model);
    }
  }

  /** Classes. */
  @SuppressWarnings("ArrayRecordComponent") // shared inside; equality is not used
  record Classes(int[] actual, double[] w, double[] shares) implements Scoring {
    @Override
    public Evaluation evaluation(Predictions model, Optional<Predictions> linear) {
      return new Evaluation.Classification(
          metrics(model),
          ClassificationMetrics.baseline(actual, shares, w),
          linear.map(this::metrics));
    }

    @Override
    public double score(Predictions model) {
      return -metrics(model).logLoss();
    }

    @Override
    public double headline(Predictions model) {
      int[] predicted = ((Predictions.Classes) model).codes();
      double right = 0;
      double total = 0;
      for (int i = 0; i < actual.length; i++) {
        right += predicted[i] == actual[i] ? w[i] : 0;
        total += w[i];
      }
      return right / total;
    }

    private ClassificationMetrics metrics(Predictions by) {
      double[] probabilities = ((Predictions.Classes) by).probabilities();
      int k = shares.length;
      return ClassificationMetrics.of(
          actual, ClassificationMetrics.Probabilities.of(probabilities, k), k, w);
    }
  }
}

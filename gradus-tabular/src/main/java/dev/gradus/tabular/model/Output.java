package dev.gradus.tabular.model;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Elementary;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the network's last layer means: how targets become its rows, and its rows answers. */
enum Output {
  /** One scaled value. */
  VALUE,
  /** One scaled value for each of several targets. */
  VALUES,
  /** A scaled value for each of several levels, in rising order. */
  QUANTILES,
  /** One logit, of the second of two classes. */
  BINARY_LOGIT,
  /** A logit for each class. */
  LOGITS;

  private static final String OF_VALUES = "mse, mae, huber, log_cosh or quantile";

  /**
   * The loss to train with: chosen by the target unless stated.
   *
   * @param rows of the table, those with a target
   * @throws DataException if the stated loss does not fit the target
   */
  static StandardLoss loss(Target target, Optional<StandardLoss> stated, Table table, int[] rows) {
    StandardLoss loss =
        stated.orElse(
            switch (target) {
              case ClassTarget classes -> StandardLoss.SOFTMAX_CE;
              case QuantileTarget quantiles -> StandardLoss.QUANTILE;
              case RegressionTarget values -> StandardLoss.MSE;
              case SeveralTargets values -> StandardLoss.MSE;
            });
    if (!serves(loss)) {
      throw misfit(loss, "gives a log rate or a margin; a model wants values or probabilities");
    }
    boolean regression = learnsValues(loss);
    String column = "column " + Quotation.name(target.name());
    switch (target) {
      case QuantileTarget quantiles -> {
        if (loss != StandardLoss.QUANTILE) {
          throw misfit(loss, "--quantiles wants the loss quantile");
        }
      }
      case SeveralTargets several -> {
        if (!regression) {
          throw misfit(loss, "columns " + several.name() + " hold values; wants " + OF_VALUES);
        }
      }
      case RegressionTarget values -> {
        if (!regression) {
          requireProbabilities(loss, values, table, rows);
          throw misfit(loss, column + " holds values; wants " + OF_VALUES);
        }
      }
      case ClassTarget classes -> {
        int k = classes.classes().size();
        if (regression) {
          throw misfit(loss, column + " holds classes; wants softmax_ce or bce");
        }
        if (loss == StandardLoss.BCE && k != 2) {
          requireProbabilities(loss, classes, table, rows);
          throw misfit(
              loss, "wants 2 classes, " + column + " holds " + k + "; for more use softmax_ce");
        }
      }
    }
    return loss;
  }

  /** Binary cross-entropy of numbers: names the first that is no probability. */
  private static void requireProbabilities(
      StandardLoss loss, Target target, Table table, int[] rows) {
    if (loss != StandardLoss.BCE
        || !(table.require(target.name(), "--target") instanceof NumberColumn numbers)) {
      return;
    }
    for (int row : rows) {
      double value = numbers.value(row);
      if (!(value >= 0 && value <= 1)) {
        String shown = new BigDecimal(value).round(MathContext.DECIMAL64).toString();
        throw misfit(
            loss, "targets must lie in [0,1]; line " + table.line(row) + " holds " + shown);
      }
    }
  }

  private static DataException misfit(StandardLoss loss, String what) {
    return new DataException("data.loss", Location.of("--loss " + loss), what);
  }

  /** Whether a model can answer with what the loss learns: a log rate or a margin it cannot. */
  static boolean serves(StandardLoss loss) {
    return loss != StandardLoss.POISSON && loss != StandardLoss.HINGE;
  }

  /** Whether it compares values, and not classes. */
  static boolean learnsValues(StandardLoss loss) {
    return switch (loss) {
      case MAE, MSE, HUBER, LOG_COSH, QUANTILE, POISSON -> true;
      case BCE, HINGE, SOFTMAX_CE -> false;
    };
  }

  /** What the last layer means to a target that is learned with a loss. */
  static Output of(Target target, StandardLoss loss) {
    return switch (target) {
      case RegressionTarget values -> VALUE;
      case SeveralTargets several -> VALUES;
      case QuantileTarget quantiles -> QUANTILES;
      case ClassTarget classes -> loss == StandardLoss.SOFTMAX_CE ? LOGITS : BINARY_LOGIT;
    };
  }

  /** The width of the last layer. */
  int width(Target target) {
    return switch (target) {
      case RegressionTarget values -> 1;
      case SeveralTargets several -> several.list().size();
      case QuantileTarget quantiles -> quantiles.levels().size();
      case ClassTarget classes -> this == LOGITS ? classes.classes().size() : 1;
    };
  }

  /** The rows that the network is trained on, [rows × width]. */
  double[] encode(Target target, Table table, int[] rows) {
    return switch (target) {
      case RegressionTarget values -> columns(List.of(values), table, rows);
      case SeveralTargets several -> columns(several.list(), table, rows);
      case QuantileTarget quantiles ->
          columns(Collections.nCopies(width(target), quantiles.values()), table, rows);
      case ClassTarget classes -> oneHot(classes.codes(table, rows), width(target));
    };
  }

  private static double[] columns(List<RegressionTarget> targets, Table table, int[] rows) {
    int k = targets.size();
    double[] encoded = new double[Math.multiplyExact(rows.length, k)];
    for (int j = 0; j < k; j++) {
      double[] values = targets.get(j).values(table, rows);
      for (int i = 0; i < rows.length; i++) {
        encoded[i * k + j] = targets.get(j).encode(values[i]);
      }
    }
    return encoded;
  }

  /** In the user's units, what the network gives [rows × targets]; shared and overwritten. */
  static double[] decode(List<RegressionTarget> targets, double[] outputs) {
    int k = targets.size();
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = targets.get(i % k).decode(outputs[i]);
    }
    return outputs;
  }

  private double[] oneHot(int[] codes, int width) {
    double[] rows = new double[codes.length * width];
    for (int i = 0; i < codes.length; i++) {
      if (this == LOGITS) {
        rows[i * width + codes[i]] = 1;
      } else {
        rows[i] = codes[i];
      }
    }
    return rows;
  }

  /** Probabilities [rows × classes] from what the network gives [rows × width]. */
  double[] probabilities(double[] outputs, int classes) {
    double[] probabilities = new double[outputs.length / (this == LOGITS ? classes : 1) * classes];
    probabilities(outputs, probabilities, classes);
    return probabilities;
  }

  /** The same into an array of the caller's. */
  void probabilities(double[] outputs, double[] into, int classes) {
    for (int at = 0; at < into.length; at += classes) {
      if (this == LOGITS) {
        softmax(outputs, into, at, classes);
      } else {
        double z = outputs[at / 2];
        into[at] = Elementary.sigmoid(-z); // 1 − σ(z) would lose all digits of a large z
        into[at + 1] = Elementary.sigmoid(z);
      }
    }
  }

  /** sⱼ = e^(zⱼ − max) / Σ: the shift by the greatest changes nothing but keeps e finite. */
  private static void softmax(double[] z, double[] s, int at, int n) {
    double max = z[at];
    for (int j = 1; j < n; j++) {
      max = Math.max(max, z[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < n; j++) {
      s[at + j] = Elementary.exp(z[at + j] - max);
      sum += s[at + j];
    }
    for (int j = 0; j < n; j++) {
      s[at + j] /= sum;
    }
  }
}

package dev.gradus.tabular.model;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Elementary;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What the network's last layer means: how targets become its rows, and its rows answers. */
enum Output {
  /** One standardized value. */
  VALUE,
  /** One logit, of the second of two classes. */
  BINARY_LOGIT,
  /** A logit for each class. */
  LOGITS;

  /**
   * The loss to train with: chosen by the target unless stated.
   *
   * @param rows of the table, those with a target
   * @throws DataException if the stated loss does not fit the target
   */
  static StandardLoss loss(Target target, Optional<StandardLoss> stated, Table table, int[] rows) {
    StandardLoss loss =
        stated.orElse(
            target instanceof RegressionTarget ? StandardLoss.MSE : StandardLoss.SOFTMAX_CE);
    if (!serves(loss)) {
      throw misfit(loss, "gives a log rate or a margin; a model wants values or probabilities");
    }
    boolean regression = of(loss) == VALUE;
    String column = "column " + Quotation.name(target.name());
    switch (target) {
      case RegressionTarget values -> {
        if (!regression) {
          requireProbabilities(loss, values, table, rows);
          throw misfit(loss, column + " holds values; wants mse, mae, huber, log_cosh or quantile");
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

  /** What the last layer means to a loss. */
  static Output of(StandardLoss loss) {
    return switch (loss) {
      case MAE, MSE, HUBER, LOG_COSH, QUANTILE, POISSON -> VALUE;
      case BCE, HINGE -> BINARY_LOGIT;
      case SOFTMAX_CE -> LOGITS;
    };
  }

  /** The width of the last layer. */
  int width(Target target) {
    return this == LOGITS ? ((ClassTarget) target).classes().size() : 1;
  }

  /** The rows that the network is trained on, [rows × width]. */
  double[] encode(Target target, Table table, int[] rows) {
    return switch (target) {
      case RegressionTarget regression -> {
        double[] values = regression.values(table, rows);
        for (int i = 0; i < values.length; i++) {
          values[i] = regression.encode(values[i]);
        }
        yield values;
      }
      case ClassTarget classes -> oneHot(classes.codes(table, rows), width(target));
    };
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

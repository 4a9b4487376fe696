package dev.gradus.tabular.model;

import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.train.TrainingEvent.EpochEnded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the epochs of a run gave, as tensors of a checkpoint: [epochs × 1] training losses, or
 * [epochs × 2] with those of the validation rows, or [epochs × 3] with their metric as well. What
 * is longer than a tensor may be is several: {@code history}, {@code history/2}, ….
 */
final class CheckpointHistory {
  /** Of one tensor: the greatest dimension that is read. */
  static final int MOST_ROWS = 1 << 24;

  private static final String NAME = "history";
  private static final int METRIC = 2;

  private CheckpointHistory() {}

  /** Whether a tensor is a part of it. */
  static boolean holds(Tensor tensor) {
    return tensor.name().equals(NAME) || tensor.name().startsWith(NAME + "/");
  }

  /**
   * For a file.
   *
   * @param metrics of the epochs; empty if they are not known
   * @param most rows of one tensor
   */
  static List<Tensor> write(List<EpochEnded> epochs, List<Double> metrics, int most) {
    boolean held = !epochs.isEmpty() && epochs.getFirst().validationLoss().isPresent();
    boolean known = held && metrics.size() == epochs.size();
    int columns = 1 + (held ? 1 : 0) + (known ? 1 : 0);
    List<Tensor> parts = new ArrayList<>();
    for (int from = 0; from < epochs.size(); from += most) {
      int rows = Math.min(most, epochs.size() - from);
      double[] values = new double[Math.multiplyExact(rows, columns)];
      for (int i = 0; i < rows; i++) {
        EpochEnded epoch = epochs.get(from + i);
        values[i * columns] = epoch.trainingLoss();
        if (held) {
          values[i * columns + 1] = epoch.validationLoss().orElseThrow();
        }
        if (known) {
          values[i * columns + METRIC] = metrics.get(from + i);
        }
      }
      String name = CheckpointForm.part(NAME, parts.size());
      parts.add(new Tensor(name, rows, columns, Precision.FLOAT64, values));
    }
    return parts;
  }

  /**
   * The losses of the epochs.
   *
   * @throws ModelFormatException if a part is missing or unlike the others
   */
  static List<EpochEnded> epochs(JsonObject entry, List<Tensor> tensors) {
    List<EpochEnded> epochs = new ArrayList<>();
    List<Tensor> parts = tensors.stream().filter(CheckpointHistory::holds).toList();
    for (int p = 0; p < parts.size(); p++) {
      Tensor part = parts.get(p);
      if (!part.name().equals(CheckpointForm.part(NAME, p))
          || part.columns() != parts.getFirst().columns()) {
        throw entry.refuse("tensor \"" + NAME + "\": a part of it is missing");
      }
      for (double[] row : rows(part)) {
        OptionalDouble held = row.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(row[1]);
        epochs.add(new EpochEnded(epochs.size() + 1, row[0], held));
      }
    }
    return epochs;
  }

  /** The metric after each epoch, as far as it was kept. */
  static List<Double> metrics(List<Tensor> tensors) {
    List<Double> metrics = new ArrayList<>();
    for (Tensor tensor : tensors) {
      if (holds(tensor) && tensor.columns() > METRIC) {
        rows(tensor).forEach(row -> metrics.add(row[METRIC]));
      }
    }
    return metrics;
  }

  private static List<double[]> rows(Tensor part) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < part.rows(); i++) {
      int at = i * part.columns();
      rows.add(Arrays.copyOfRange(part.values(), at, at + part.columns()));
    }
    return rows;
  }
}

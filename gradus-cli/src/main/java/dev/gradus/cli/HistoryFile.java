package dev.gradus.cli;

import dev.gradus.tabular.file.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The epochs of a training as a CSV file. */
final class HistoryFile {
  private HistoryFile() {}

  /**
   * A line of it.
   *
   * @param number from 1
   * @param metric of the validation rows; NaN if it is not known
   */
  record Line(
      int number,
      double trainingLoss,
      OptionalDouble validationLoss,
      double metric,
      OptionalDouble learningRate) {

    private String csv() {
      return number
          + ","
          + trainingLoss
          + ","
          + cell(validationLoss)
          + ","
          + (Double.isNaN(metric) ? "" : metric)
          + ","
          + cell(learningRate);
    }

    private static String cell(OptionalDouble value) {
      return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }
  }

  /**
   * Writes it, whole or not at all.
   *
   * @param metric its name: {@code r2}
   */
  static void write(Path file, String metric, List<Line> lines) {
    StringBuilder csv =
        new StringBuilder("epoch,training_loss,validation_loss,validation_" + metric)
            .append(",learning_rate\n");
    lines.forEach(line -> csv.append(line.csv()).append('\n'));
    AtomicFile.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
  }
}

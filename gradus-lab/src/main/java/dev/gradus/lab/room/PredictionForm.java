package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.http.Refusal;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.Predictions;
import dev.gradus.tabular.preprocess.CellCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a model makes of some rows, as JSON. */
final class PredictionForm {
  /** Nine in ten of normal errors lie within so many standard deviations. */
  private static final double TIMES = 1.645;

  private static final double LEVEL = 0.9;

  private PredictionForm() {}

  /** The predictions alone. */
  static Map<String, Object> write(Predictions predictions) {
    return new Fields().put("predictions", answers(predictions)).map();
  }

  private static List<Object> answers(Predictions predictions) {
    List<Object> answers = new ArrayList<>();
    for (int row = 0; row < predictions.rows(); row++) {
      answers.add(
          switch (predictions) {
            case Predictions.Values values -> finite(values.values()[row], row);
            case Predictions.Several several -> finite(several.value(row, 0), row);
            case Predictions.Classes classes -> classes.text(row);
          });
    }
    return answers;
  }

  private static double finite(double value, int row) {
    if (!Double.isFinite(value)) {
      throw Refusal.unfit(
          "predict.range", "rows[" + row + "]: the prediction is not a finite number");
    }
    return value;
  }

  /** With probabilities or intervals, and what was done to get there. */
  static Map<String, Object> details(Predictions predictions, Model model) {
    Fields fields = new Fields().put("predictions", answers(predictions));
    switch (predictions) {
      case Predictions.Values values -> intervals(fields, values.values(), model);
      case Predictions.Several several -> columns(fields, several);
      case Predictions.Classes classes -> {
        int k = classes.classes().size();
        List<Object> shares = new ArrayList<>();
        for (int row = 0; row < classes.rows(); row++) {
          shares.add(
              Fields.list(Arrays.copyOfRange(classes.probabilities(), row * k, (row + 1) * k)));
        }
        fields.put("classes", classes.classes()).put("probabilities", shares);
      }
    }
    return fields.put("notes", notes(predictions)).map();
  }

  /** All the numbers of each row, by their names. */
  private static void columns(Fields fields, Predictions.Several several) {
    Fields columns = new Fields();
    for (int j = 0; j < several.names().size(); j++) {
      columns.put(several.names().get(j), Fields.list(several.column(j)));
    }
    fields.put("columns", columns.map());
  }

  /** By the error on the rows held out, which the file of a model tells. */
  private static void intervals(Fields fields, double[] values, Model model) {
    if (model.record().get("metrics") instanceof Map<?, ?> metrics
        && metrics.get("rmse") instanceof Number rmse) {
      double half = TIMES * rmse.doubleValue();
      fields
          .put(
              "intervals",
              Arrays.stream(values)
                  .mapToObj(value -> Fields.list(new double[] {value - half, value + half}))
                  .toList())
          .put("level", LEVEL);
    }
  }

  private static List<String> notes(Predictions predictions) {
    List<String> notes = new ArrayList<>();
    for (CellCounts cells : predictions.cells()) {
      if (cells.imputed() > 0) {
        notes.add(cells.name() + ": " + cells.imputed() + " imputed");
      }
      if (cells.unseen() > 0) {
        notes.add(cells.name() + ": " + cells.unseen() + " not seen in training");
      }
    }
    return notes;
  }
}

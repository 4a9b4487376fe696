package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.Task;
import dev.gradus.lab.run.Fit;
import dev.gradus.tabular.table.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The rows of some data, to be drawn. */
final class PointsForm {
  private static final int MOST = 500;

  private PointsForm() {}

  static Map<String, Object> write(Task task) {
    int[] training = Experiment.evenly(task.training(), task.endless() ? 0 : MOST * 4 / 5);
    int[] held = Experiment.evenly(task.validation(), task.endless() ? 0 : MOST / 5);
    int[] rows =
        IntStream.concat(Arrays.stream(training), Arrays.stream(held))
            .filter(row -> isThere(task, row))
            .toArray();
    double[] y = Fit.values(task.target(), task.table(), rows);
    Fields fields =
        new Fields()
            .put("name", task.name())
            .put("task", task.classes().isEmpty() ? "regression" : "classification")
            .put("inputs", isDrawn(task) ? task.features().names() : task.features().inputNames())
            .put("classes", task.classes())
            .put("x", isDrawn(task) ? cells(task, rows) : inputs(task, rows))
            .numbers("y", y)
            .put("validation", validation(task, rows, training));
    if (task.endless()) {
      int[] all = task.training();
      fields.put(
          "truth",
          new Fields()
              .numbers("x", column(task, 0, all))
              .numbers("y", Fit.values(task.target(), task.table(), all))
              .map());
    }
    return fields.map();
  }

  private static boolean isDrawn(Task task) {
    return Fit.Kind.of(task) != Fit.Kind.SCATTER;
  }

  private static boolean isThere(Task task, int row) {
    return !isDrawn(task)
        || task.features().names().stream()
            .noneMatch(name -> task.table().require(name, "").isMissing(row));
  }

  private static double[] column(Task task, int feature, int[] rows) {
    String name = task.features().names().get(feature);
    NumberColumn column = (NumberColumn) task.table().require(name, "");
    return Arrays.stream(rows).mapToDouble(column::value).toArray();
  }

  private static List<Object> cells(Task task, int[] rows) {
    int width = task.features().list().size();
    List<double[]> columns =
        IntStream.range(0, width).mapToObj(feature -> column(task, feature, rows)).toList();
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      int row = i;
      cells.add(Fields.list(columns.stream().mapToDouble(column -> column[row]).toArray()));
    }
    return cells;
  }

  private static List<Object> inputs(Task task, int[] rows) {
    int width = task.features().inputs();
    double[] inputs = new double[rows.length * width];
    task.features().encode(task.table(), rows, inputs);
    List<Object> lines = new ArrayList<>();
    for (int at = 0; at < inputs.length; at += width) {
      lines.add(Fields.list(Arrays.copyOfRange(inputs, at, at + width)));
    }
    return lines;
  }

  /** The training rows come first. */
  private static List<Boolean> validation(Task task, int[] rows, int[] training) {
    int first = (int) Arrays.stream(training).filter(row -> isThere(task, row)).count();
    return IntStream.range(0, rows.length).mapToObj(i -> i >= first).toList();
  }
}

package dev.gradus.tabular.model;

import dev.gradus.matrix.Compute;
import dev.gradus.network.Workspace;
import dev.gradus.tabular.preprocess.CellEncoder;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.table.ColumnKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of cells for one model, with everything that a prediction needs: filled and predicted
 * again and again, it allocates nothing. Serves one thread; the model and its parameters are shared
 * by all rows.
 *
 * <pre>{@code
 * Row row = model.row();
 * row.set("age", 41).set("job", "nurse");
 * double value = model.predict(row).value();
 * }</pre>
 *
 * <p>A cell that is not set, or set to NaN or the empty text, is missing and counts as the model
 * was trained to take missing ones. The cells stay as they are until they are set again.
 */
public final class Row {
  private final Model model;
  private final List<Feature> features;
  private final Map<String, Integer> places = new HashMap<>();
  private final CellEncoder[] encoders;
  private final int[] offsets;
  private final double[] numbers;
  private final String[] texts;
  private final double[] inputs;
  private final Workspace workspace;
  private final Answer answer;

  Row(Model model) {
    this.model = model;
    this.features = model.features().list();
    int columns = features.size();
    this.encoders = new CellEncoder[columns];
    this.offsets = new int[columns];
    int offset = 0;
    for (int i = 0; i < columns; i++) {
      places.put(features.get(i).name(), i);
      encoders[i] = features.get(i).cells();
      offsets[i] = offset;
      offset += features.get(i).inputNames().size();
    }
    this.numbers = new double[columns];
    this.texts = new String[columns];
    this.inputs = new double[offset];
    Compute compute = Compute.of(model.parameters().vector().compute().precision(), 1);
    this.workspace = model.network().predictor(model.parameters().sharedWith(compute), 1);
    this.answer = new Answer(model);
    clear();
  }

  /** The names of the columns, in the order of their numbers. */
  public List<String> columns() {
    return model.features().names();
  }

  /** All cells are missing, as at first. */
  public Row clear() {
    Arrays.fill(numbers, Double.NaN);
    Arrays.fill(texts, "");
    return this;
  }

  /**
   * Sets the cell of a number column; 1 or 0 for a truth value, days since 1970-01-01T00:00Z for a
   * date, the fraction of the day for a time of day.
   *
   * @param number finite, or NaN for a missing one
   * @throws IllegalArgumentException if there is no such column, or it holds texts
   */
  public Row set(String column, double number) {
    return set(place(column), number);
  }

  /**
   * Sets the cell of a text column.
   *
   * @param text one that was not seen in training is taken as the model takes unseen ones; empty
   *     for a missing one
   * @throws IllegalArgumentException if there is no such column, or it holds numbers
   */
  public Row set(String column, String text) {
    return set(place(column), text);
  }

  /** {@link #set(String, double)} by the column's number, counted from 0. */
  public Row set(int column, double number) {
    require(column, false);
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          "column " + features.get(column).name() + ": " + number + " is not a finite number");
    }
    numbers[column] = number;
    return this;
  }

  /** {@link #set(String, String)} by the column's number, counted from 0. */
  public Row set(int column, String text) {
    require(column, true);
    texts[column] = text;
    return this;
  }

  private int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(
          column + ": no such column; there are: " + String.join(", ", columns()));
    }
    return place;
  }

  private void require(int column, boolean text) {
    Feature feature = features.get(column);
    if ((feature.kind() == ColumnKind.CATEGORY) != text) {
      throw new IllegalArgumentException(
          "column "
              + feature.name()
              + " holds "
              + (text ? "numbers (of kind " + feature.kind().label() + ")" : "texts"));
    }
  }

  Answer predict(Model asked) {
    if (asked != model) {
      throw new IllegalArgumentException("this row belongs to another model");
    }
    for (int i = 0; i < encoders.length; i++) {
      encoders[i].encode(numbers[i], texts[i], inputs, offsets[i]);
    }
    workspace.x().setRow(0, inputs);
    workspace.forward();
    answer.take(workspace.prediction());
    return answer;
  }
}

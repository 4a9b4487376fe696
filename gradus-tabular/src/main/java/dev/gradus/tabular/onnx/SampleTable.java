package dev.gradus.tabular.onnx;

import dev.gradus.data.Xoshiro256;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.Column;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a model may meet, drawn from what it learned about its columns: around the mean and far
 * out, missing, of known categories and of one that was never seen.
 */
public final class SampleTable {
  /** The first row holds medians, the second nothing; of the others a sixth of the cells is odd. */
  private static final int ODDS = 6;

  private static final double FAR = 100;

  private final Xoshiro256 random;
  private final int rows;

  private SampleTable(int rows, long seed) {
    this.random = Xoshiro256.seeded(seed);
    this.rows = rows;
  }

  /**
   * Rows for a model's columns.
   *
   * @param rows 1 or more
   */
  public static Table of(Model model, int rows, long seed) {
    SampleTable sample = new SampleTable(rows, seed);
    return Table.of(
        "sample", model.features().list().stream().map(sample::column).toArray(Column[]::new));
  }

  private Column column(Feature feature) {
    return switch (feature) {
      case NumberFeature number -> numbers(number);
      case CategoryFeature category -> texts(category);
    };
  }

  private Column numbers(NumberFeature feature) {
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = number(feature, i);
    }
    return NumberColumn.of(feature.name(), values);
  }

  private double number(NumberFeature feature, int row) {
    double away = 6 * random.nextDouble() - 3;
    boolean odd = random.nextInt(ODDS) == 0;
    boolean missing = random.nextBoolean();
    if (row == 0) {
      return feature.median();
    }
    if (row == 1 || (odd && missing)) {
      return Double.NaN;
    }
    boolean far = odd && feature.limit() > 0; // unbounded, it would only show what rounding does
    return feature.mean() + feature.deviation() * (far ? FAR * away : away);
  }

  private Column texts(CategoryFeature feature) {
    @Nullable String[] values = new @Nullable String[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = text(feature, i);
    }
    return CategoryColumn.of(feature.name(), values);
  }

  private @Nullable String text(CategoryFeature feature, int row) {
    List<String> known = feature.categories();
    int place = random.nextInt(Math.max(1, known.size()));
    boolean odd = random.nextInt(ODDS) == 0;
    boolean missing = random.nextBoolean();
    if (row == 1 || (odd && missing)) {
      return null;
    }
    if (row == 0) {
      return feature.commonest().isEmpty() ? null : feature.commonest();
    }
    return odd || known.isEmpty() ? unseen(known) : known.get(place);
  }

  private static String unseen(List<String> known) {
    String text = "never seen";
    while (known.contains(text)) {
      text += "'";
    }
    return text;
  }
}

package dev.gradus.tabular.metric;

import java.util.Locale;
import java.util.stream.Stream;

/** The names of the metrics: in JSON and for a reader. */
public enum Metric {
  /** Coefficient of determination. */
  R2("R²", true),
  /** Root of the mean squared error. */
  RMSE("RMSE", false),
  /** Mean absolute error. */
  MAE("MAE", false),
  /** Median absolute error. */
  MEDAE("median absolute error", false),
  /** Share of rows that are right. */
  ACCURACY("accuracy", true),
  /** Mean over the classes of the share found. */
  BALANCED_ACCURACY("balanced accuracy", true),
  /** Mean −ln p of what came true. */
  LOG_LOSS("log loss", false),
  /** Harmonic mean of precision and recall. */
  F1("F1", true),
  /** Area under the ROC curve. */
  ROC_AUC("ROC AUC", true),
  /** Area under the steps of precision against recall. */
  AVERAGE_PRECISION("average precision", true),
  /** Expected calibration error. */
  CALIBRATION_ERROR("calibration error", false);

  private final String label;
  private final boolean rising;

  Metric(String label, boolean rising) {
    this.label = label;
    this.rising = rising;
  }

  /** The name in JSON: {@code r2}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for a reader: {@code R²}. */
  public String label() {
    return label;
  }

  /** Whether more is better. */
  public boolean isBetterHigh() {
    return rising;
  }

  /** The name for a reader of a metric by its name in JSON; of another the name itself. */
  public static String label(String key) {
    return Stream.of(values())
        .filter(metric -> metric.key().equals(key))
        .map(Metric::label)
        .findFirst()
        .orElse(key);
  }

  /**
   * A figure for a reader: four digits after the point for small numbers, fewer for large ones, no
   * negative zero.
   */
  public static String text(double value) {
    double size = Math.abs(value);
    String format = size < 100 ? "%.4f" : size < 10_000 ? "%.2f" : size < 1e9 ? "%.0f" : "%.3e";
    String text = String.format(Locale.ROOT, format, value);
    return text.equals("-0.0000") ? "0.0000" : text;
  }
}

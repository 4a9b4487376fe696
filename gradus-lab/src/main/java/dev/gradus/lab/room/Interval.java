package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.http.Refusal;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.model.Hyperparameter;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.setting.RealNumber;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The ranges of all numbers that a request may set: the form shows them, the server holds them.
 * Those of a training are the table's of {@link Hyperparameters}, or narrower where a page that
 * draws every weight would not keep up.
 */
enum Interval {
  /** Of a hidden layer; narrower than the table's. */
  UNITS("units", 1, 256),
  /** Hidden ones; narrower than the table's. */
  LAYERS("layers", 0, 8),
  /** The greatest of a run. */
  LEARNING_RATE("learningRate", Hyperparameters.LEARNING_RATE),
  /** Rows of a step; narrower than the table's. */
  BATCH_SIZE("batchSize", 1, 4096),
  /** Of a run. */
  STEPS("steps", 1, 1_000_000_000),
  /** Penalty. */
  L2("l2", Hyperparameters.L2),
  /** Share of units. */
  DROPOUT("dropout", Hyperparameters.DROPOUT),
  /** Whole numbers that JavaScript can say. */
  SEED("seed", 0, (1L << 53) - 1),
  /** 0: as fast as it can. */
  STEPS_PER_SECOND("stepsPerSecond", 0, 1e9, Ends.BOTH),
  /** Steps at once. */
  COUNT("count", 1, 1000),
  /** Rows of a frozen minibatch. */
  FROZEN_ROWS("rows", 1, 16),
  /** Rows of a check. */
  CHECKED_ROWS("rows", 1, 64);

  /** Which of its ends belong to it. */
  private enum Ends {
    WHOLE,
    BOTH,
    ABOVE,
    BELOW
  }

  private final String key;
  private final double least;
  private final double most;
  private final Ends ends;

  Interval(String key, double least, double most) {
    this(key, least, most, Ends.WHOLE);
  }

  /** As the table has it. */
  Interval(String key, Hyperparameter<Double> parameter) {
    this(key, (RealNumber) parameter.form());
  }

  private Interval(String key, RealNumber range) {
    this(
        key,
        range.low(),
        range.high(),
        range.lowBelongs() ? range.highBelongs() ? Ends.BOTH : Ends.BELOW : Ends.ABOVE);
  }

  Interval(String key, double least, double most, Ends ends) {
    this.key = key;
    this.least = least;
    this.most = most;
    this.ends = ends;
  }

  /** The number under its key, or the one that stands for none. */
  double of(JsonObject body, double otherwise) {
    return body.has(key) ? require(key, body.number(key)) : otherwise;
  }

  /** The whole number under its key; without a standard value there must be one. */
  long whole(JsonObject body, long otherwise) {
    if (!body.has(key) && otherwise >= least) {
      return otherwise;
    }
    return (long) require(key, (double) body.whole(key));
  }

  /** Makes sure that it lies inside. */
  double require(String name, double value) {
    boolean low = ends == Ends.ABOVE ? value > least : value >= least;
    boolean high = ends == Ends.BELOW ? value < most : value <= most;
    if (!(low && high)) {
      throw Refusal.unfit("settings." + name, name + " " + plain(value) + ": wants " + describe());
    }
    return value;
  }

  private String describe() {
    return switch (ends) {
      case WHOLE -> "a whole number from " + plain(least) + " to " + plain(most);
      case BOTH -> "a number from " + plain(least) + " to " + plain(most);
      case ABOVE -> "a number above " + plain(least) + " and at most " + plain(most);
      case BELOW -> "a number from " + plain(least) + " to below " + plain(most);
    };
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** For the form. */
  Map<String, Object> form() {
    return new Fields()
        .put(ends == Ends.ABOVE ? "above" : "least", least)
        .put(ends == Ends.BELOW ? "below" : "most", most)
        .put("whole", ends == Ends.WHOLE)
        .map();
  }

  /** Its key. */
  String key() {
    return key;
  }
}

package dev.gradus.bench;

import dev.gradus.matrix.Precision;
import java.util.List;
import java.util.Locale;

/** What is measured; the table of them. */
enum Workload {
  /** The article's training step, with a fresh batch of the sine each time. */
  W1(Shape.of(1, 16, 32, 1), 16, Precision.FLOAT64, "training step 1-16-32-1, batch 16, float64"),
  /** The same from the start of a process to its end, 10,000 steps. */
  W1W(Shape.of(1, 16, 32, 1), 16, Precision.FLOAT64, "whole process, 10,000 steps of W1"),
  /** A classifier of the size of MNIST. */
  W2(Shape.of(784, 256, 128, 10), 128, Precision.FLOAT32, "training 784-256-128-10, Adam, float32"),
  /** Wide layers, where arithmetic is nearly all. */
  W3(Shape.of(1024, 1024, 1024, 1), 256, Precision.FLOAT32, "training 1024-1024-1024-1, float32"),
  /** Predictions with W2's network. */
  W4(Shape.of(784, 256, 128, 10), 256, Precision.FLOAT32, "inference 784-256-128-10, float32"),
  /** The article's gradient check: two points for each of the 609 parameters of W1's network. */
  W5(Shape.of(1, 16, 32, 1), 16, Precision.FLOAT64, "gradient check of 1-16-32-1, two points");

  /** Steps of {@link #W1W}. */
  static final int WHOLE_STEPS = 10_000;

  @SuppressWarnings("ImmutableEnumChecker") // its list is unmodifiable
  private final Shape shape;

  private final int batch;
  private final Precision precision;
  private final String summary;

  Workload(Shape shape, int batch, Precision precision, String summary) {
    this.shape = shape;
    this.batch = batch;
    this.precision = precision;
    this.summary = summary;
  }

  Shape shape() {
    return shape;
  }

  int batch() {
    return batch;
  }

  Precision precision() {
    return precision;
  }

  String summary() {
    return summary;
  }

  /** The rows of the training set, whole batches; 0 if there is none. */
  int rows() {
    return switch (this) {
      case W2 -> 468 * batch;
      case W3 -> 32 * batch;
      default -> 0;
    };
  }

  /** What it gives, in the order of the table. */
  List<Metric> metrics() {
    return Metric.of(this);
  }

  /** As it is written in the table and on the command line: {@code W1w}. */
  String label() {
    return this == W1W ? "W1w" : name();
  }

  /**
   * Finds one by its label, in any case.
   *
   * @throws WrongUse if there is none
   */
  static Workload named(String label) {
    for (Workload workload : values()) {
      if (workload.name().equals(label.toUpperCase(Locale.ROOT))) {
        return workload;
      }
    }
    throw new WrongUse("\"" + label + "\": no such workload; there are: W1, W1w, W2, W3, W4, W5");
  }
}

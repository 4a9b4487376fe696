package dev.gradus.layer;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The table of layers that take any width and keep it, beside the activations: files know them by
 * name and settings, and to be in this table is enough to have the gradient checked and to be saved
 * and loaded.
 */
public enum StandardLayer {
  /** The learned rectifier. */
  PRELU(Prelu.prelu(), values -> new Prelu(values[0])),
  /** Logits to probabilities. */
  SOFTMAX(new Softmax(), values -> new Softmax()),
  /** Random zeros in training. */
  DROPOUT(Dropout.dropout(), values -> new Dropout(values[0])),
  /** Features standardized over the batch. */
  BATCH_NORM(BatchNorm.batchNorm(), values -> new BatchNorm(values[0], values[1])),
  /** Samples standardized over their features. */
  LAYER_NORM(LayerNorm.layerNorm(), values -> new LayerNorm(values[0])),
  /** One learned factor a feature. */
  SCALING(new Scaling(), values -> new Scaling()),
  /** Outputs in increasing order, for quantiles. */
  INCREASING(new Increasing(), values -> new Increasing());

  @SuppressWarnings("ImmutableEnumChecker") // records
  private final Layer standard;

  @SuppressWarnings("ImmutableEnumChecker") // makes records of numbers
  private final Function<double[], Layer> maker; // of the settings' values, in their order

  StandardLayer(Layer standard, Function<double[], Layer> maker) {
    this.standard = standard;
    this.maker = maker;
  }

  /** The layer with its defaults. */
  public Layer standard() {
    return standard;
  }

  /**
   * The layer with these settings.
   *
   * @param settings a value for each name in {@code standard().settings()}
   * @throws IllegalArgumentException if a name is missing or unknown, or a value out of range
   */
  public Layer with(Map<String, Double> settings) {
    Set<String> names = standard.settings().keySet();
    if (!settings.keySet().equals(names)) {
      throw new IllegalArgumentException(this + ": wants the settings " + names);
    }
    return maker.apply(
        names.stream().map(settings::get).mapToDouble(Double::doubleValue).toArray());
  }

  /** The name in files and flags: {@code batch_norm}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.gradus.tabular.model;

import dev.gradus.layer.BatchNorm;
import dev.gradus.layer.Layer;
import dev.gradus.layer.LayerNorm;
import java.util.List;
import java.util.Locale;

/** What stands between a hidden layer's weights and its activation. */
public enum Normalization {
  /** Nothing. */
  NONE,
  /** Each feature is standardized over the batch. */
  BATCH,
  /** Each sample is standardized over its features. */
  LAYER;

  /** One layer or none. */
  List<Layer> layers() {
    return switch (this) {
      case NONE -> List.of();
      case BATCH -> List.of(BatchNorm.batchNorm());
      case LAYER -> List.of(LayerNorm.layerNorm());
    };
  }

  /** The name in flags: {@code batch}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

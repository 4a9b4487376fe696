package dev.gradus.layer;

import static dev.gradus.layer.Dense.dense;
import static dev.gradus.layer.Residual.residual;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The layers that the contracts are held for: all of the table, and what is made of them. */
public final class EveryLayer {
  private EveryLayer() {}

  /** For each width one of each; all keep the width. */
  public static SequencedMap<String, Layer> ofWidth(int width) {
    SequencedMap<String, Layer> layers = new LinkedHashMap<>();
    layers.put("dense without bias", dense(width, width).withoutBias());
    for (StandardLayer entry : StandardLayer.values()) {
      layers.put(entry.toString(), entry.standard());
      layers.put(
          "residual with " + entry,
          residual(dense(width, width + 1), entry.standard(), dense(width + 1, width)));
    }
    layers.put(
        "residual in a residual",
        residual(residual(dense(width, width), Activation.TANH), dense(width, width)));
    return layers;
  }
}

package dev.gradus.network;

import dev.gradus.layer.ElementwiseLayer;
import dev.gradus.layer.Frame;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Which units of a network fire for a batch: a unit that never fires passes no gradient on, so that
 * nothing below it is tested through it.
 *
 * @param layers the elementwise layers, in their order
 */
public record Coverage(List<Firing> layers) {

  /** Copies the list. */
  public Coverage {
    layers = List.copyOf(layers);
  }

  /**
   * The units of one layer.
   *
   * @param name of the layer's output in the cache, e.g. {@code a1}
   * @param units how many there are
   * @param silent those with f′ = 0 in every sample
   */
  public record Firing(String name, int units, List<Integer> silent) {
    /** Copies the list. */
    public Firing {
      silent = List.copyOf(silent);
    }
  }

  /**
   * For one batch.
   *
   * @param x [n × in]
   */
  public static Coverage of(Network network, Parameters theta, Matrix x) {
    Compute compute = Compute.float64();
    Workspace workspace = network.workspace(theta.copy(compute), x.rows());
    workspace.x().setAll(x.toArray());
    workspace.forward();
    List<Firing> layers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i) instanceof ElementwiseLayer layer) {
        Frame frame = workspace.frames().get(i);
        layers.add(
            new Firing(network.outputNames().get(i), frame.y().columns(), silent(layer, frame)));
      }
    }
    return new Coverage(layers);
  }

  private static List<Integer> silent(ElementwiseLayer layer, Frame frame) {
    List<Integer> silent = new ArrayList<>();
    for (int j = 0; j < frame.y().columns(); j++) {
      boolean fires = false;
      for (int i = 0; i < frame.y().rows() && !fires; i++) {
        fires = fires(layer, frame, i, j);
      }
      if (!fires) {
        silent.add(j);
      }
    }
    return silent;
  }

  static boolean fires(ElementwiseLayer layer, Frame frame, int sample, int unit) {
    double x = frame.x().get(sample, unit);
    return layer.function().derivative(x, frame.y().get(sample, unit)) != 0;
  }

  /** Units of all layers. */
  public int units() {
    return layers.stream().mapToInt(Firing::units).sum();
  }

  /** Units that never fired. */
  public int silent() {
    return layers.stream().mapToInt(firing -> firing.silent().size()).sum();
  }
}

package dev.gradus.clinic;

import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass of training in float64, and over what it left as many backward passes as are
 * wanted: the right one, and ones with a mistake in them. A wrong gradient is computed honestly, by
 * a backward pass that does the wrong thing.
 */
public final class Backpropagation {
  private final Specimen specimen;
  private final Parameters theta;
  private final Workspace workspace;

  /**
   * Runs forward.
   *
   * @param theta θ [p], copied
   */
  @SuppressWarnings("MustBeClosedChecker") // one thread: there is nothing to close
  public Backpropagation(Specimen specimen, double[] theta) {
    this.specimen = specimen;
    this.theta = specimen.network().zeros(Compute.float64());
    workspace = specimen.network().workspace(this.theta, specimen.batch());
    workspace.x().setAll(specimen.x().toArray());
    workspace.target().setAll(specimen.target().toArray());
    workspace.forwardTraining(specimen.masks().generator()); // draws the masks, which stay
    this.theta.vector().setAll(theta);
    workspace.forwardReplay();
  }

  /** ∂L/∂θ [p], as it is. */
  public double[] gradient() {
    return backward(null);
  }

  /** ∂L/∂θ [p], as it comes out with a mistake. */
  public double[] gradient(Planted planted) {
    return backward(planted);
  }

  private double[] backward(@Nullable Planted planted) {
    specimen.loss().evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    Mistake mistake = planted == null ? null : planted.mistake();
    if (mistake instanceof LossMistake spoiler) {
      spoiler.spoil(specimen, workspace.dPrediction());
    }
    List<Layer> layers = specimen.network().layers();
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).backward(workspace.frames().get(i));
      if (planted != null && planted.layers().contains(i)) {
        spoil(planted, i);
      }
    }
    penalize(mistake);
    return workspace.gradient().vector().toArray();
  }

  private void spoil(Planted planted, int layer) {
    List<Frame> frames = workspace.frames();
    switch (planted.mistake()) {
      case DenseMistake spoiler -> spoiler.spoil(frames.get(layer), planted.stepSize());
      case ActivationMistake spoiler -> spoiler.spoil(specimen.network(), frames, layer);
      default -> throw new AssertionError(planted.mistake() + " is made in no layer");
    }
  }

  private void penalize(@Nullable Mistake mistake) {
    if (mistake instanceof PenaltyMistake spoiler) {
      spoiler.penalize(specimen.penalty(), theta, workspace.gradient());
    } else {
      specimen.penalty().addGradient(theta, workspace.gradient());
    }
  }
}

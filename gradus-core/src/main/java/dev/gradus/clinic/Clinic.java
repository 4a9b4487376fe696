package dev.gradus.clinic;

import dev.gradus.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names the likely cause where a gradient is wrong. It needs what a user has: the network, the
 * batch, the parameters, the gradient that failed and the numeric one.
 *
 * <p>Every classic {@link Mistake} that can be made in this network is made, in all layers and in
 * each alone; where the wrong gradient that comes out is the one that failed, in every component,
 * that mistake is named. Nothing is named on a mere likeness: else the clinic says that it knows no
 * such pattern, and tells only what is seen of the ratios.
 */
public final class Clinic {
  private final Specimen specimen;
  private final Backpropagation passes;

  /**
   * For gradients of one specimen at one point.
   *
   * @param theta θ [p], copied
   */
  public Clinic(Specimen specimen, double[] theta) {
    this.specimen = specimen;
    this.passes = new Backpropagation(specimen, theta);
  }

  /**
   * Looks at a gradient that failed.
   *
   * @param analytic the gradient under test [p]
   * @param numeric difference quotients [p]; NaN where there is none that can be trusted
   */
  public Diagnosis diagnose(double[] analytic, double[] numeric) {
    Network network = specimen.network();
    if (analytic.length != network.vectorLength() || numeric.length != analytic.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d analytic and %d numeric values; the network has %d parameters",
              analytic.length,
              numeric.length,
              network.vectorLength()));
    }
    Likeness likeness = new Likeness(network.layout());
    double[] right = passes.gradient();
    if (!likeness.isEstimate(numeric, right)) {
      return new Diagnosis(network, List.of(), besideQuotients(analytic, numeric));
    }
    List<Planted> causes = causes(likeness, analytic, right);
    Ratios ratios = new Ratios(specimen, Likeness.SAME, analytic, right);
    return new Diagnosis(network, causes, ratios.describe());
  }

  /** The function is another than the clinic can compute: then it sees the numbers alone. */
  private String besideQuotients(double[] analytic, double[] numeric) {
    double[] known = numeric.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = Double.isNaN(known[i]) ? analytic[i] : known[i];
    }
    return new Ratios(specimen, Likeness.ESTIMATE, analytic, known).describe()
        + "; the numeric gradient is not what this network gives here";
  }

  /** Of each mistake, the first planting that fits. */
  private List<Planted> causes(Likeness likeness, double[] analytic, double[] right) {
    List<Planted> causes = new ArrayList<>();
    for (Mistake mistake : Mistake.all()) {
      mistake.plantings(specimen).stream()
          .map(planted -> fitted(planted, likeness, analytic, right))
          .filter(planted -> isCause(planted, likeness, analytic, right))
          .findFirst()
          .ifPresent(causes::add);
    }
    return causes;
  }

  private boolean isCause(Planted planted, Likeness likeness, double[] analytic, double[] right) {
    double[] wrong = passes.gradient(planted);
    return likeness.isSame(analytic, wrong) && !likeness.isSame(wrong, right);
  }

  /**
   * With the η that an update must have had to explain the gradient; nobody states it. dx = dy (W −
   * η dW)ᵀ is linear in η, and so is all that lies below the topmost layer with the mistake, down
   * to the next such layer: there η is the slope of (analytic − right) along (wrong − right).
   */
  private Planted fitted(Planted planted, Likeness likeness, double[] analytic, double[] right) {
    if (planted.mistake() != DenseMistake.WEIGHT_OF_ANOTHER_STEP
        || likeness.isScaled(analytic, right)) { // then it might be anything
      return planted;
    }
    int top = planted.layers().getLast();
    int next = planted.layers().size() < 2 ? 0 : planted.layers().get(planted.layers().size() - 2);
    Likeness.Line line = new Likeness.Line(next, top, right, passes.gradient(planted));
    double slope = likeness.slope(line, analytic);
    return planted.withStepSize(slope * planted.stepSize());
  }
}

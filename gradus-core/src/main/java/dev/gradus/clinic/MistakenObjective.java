package dev.gradus.clinic;

import dev.gradus.calculus.Objective;

/** The right function with a wrong gradient: what a check gets to see where a mistake was made. */
final class MistakenObjective implements Objective {
  private final Specimen specimen;
  private final Planted planted;
  private final Objective right;

  MistakenObjective(Specimen specimen, Planted planted) {
    this.specimen = specimen;
    this.planted = planted;
    this.right = specimen.objective();
  }

  @Override
  public int parameters() {
    return right.parameters();
  }

  @Override
  public double value(double[] theta) {
    return right.value(theta);
  }

  @Override
  public void gradient(double[] theta, double[] gradient) {
    double[] wrong = new Backpropagation(specimen, theta).gradient(planted);
    System.arraycopy(wrong, 0, gradient, 0, wrong.length);
  }

  @Override
  public boolean isParameter(int i) {
    return right.isParameter(i);
  }

  @Override
  public String name(int i) {
    return right.name(i);
  }

  @Override
  public Probe probe(double[] theta) {
    return right.probe(theta);
  }
}

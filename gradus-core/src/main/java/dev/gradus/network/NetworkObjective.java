package dev.gradus.network;

import dev.gradus.calculus.Objective;
import dev.gradus.layer.Block;
import java.util.List;

/**
 * The mean loss of a network over one batch, and the penalty, as a function of its parameters, in
 * float64.
 */
final class NetworkObjective implements Objective {
  private final List<ParameterBlock> layout;
  private final Subject subject;
  private final Penalty penalty;

  NetworkObjective(Subject subject, Penalty penalty) {
    this.layout = subject.network().layout();
    this.subject = subject;
    this.penalty = penalty;
  }

  @Override
  public int parameters() {
    return subject.network().vectorLength();
  }

  /** State is none: its derivative is 0 by definition, and says nothing. */
  @Override
  public boolean isParameter(int i) {
    return part(i).block().kind() != Block.Kind.STATE;
  }

  @Override
  public String name(int i) {
    return part(i).elementName(i);
  }

  private ParameterBlock part(int i) {
    for (ParameterBlock part : layout) {
      if (part.contains(i)) {
        return part;
      }
    }
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public double value(double[] at) {
    subject.theta().vector().setAll(at);
    return subject.lossValue() + penalty.value(subject.theta());
  }

  @Override
  public void gradient(double[] at, double[] gradient) {
    subject.theta().vector().setAll(at);
    subject.differentiate();
    Parameters result = subject.workspace().gradient();
    penalty.addGradient(subject.theta(), result);
    result.vector().copyTo(gradient);
  }

  /** Costs what a shift touches, and knows the kinks of layers and loss. */
  @Override
  public Probe probe(double[] at) {
    Subject own = subject.copy(at);
    return new NetworkProbe(own.theta(), penalty, own.shiftedPass());
  }
}

package dev.gradus.network;

import dev.gradus.calculus.Kink;
import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.Objective;
import dev.gradus.layer.Layer;
import dev.gradus.loss.Loss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;
import dev.gradus.matrix.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The mean loss of a network over one batch as a function of its parameters, in float64. */
final class NetworkObjective implements Objective {
  private final Network network;
  private final Loss loss;
  private final Parameters theta;
  private final Workspace workspace;

  NetworkObjective(Network network, Loss loss, Matrix x, Matrix target, RandomGenerator random) {
    if (x.rows() != target.rows() || x.rows() == 0) {
      throw new ShapeException("x is " + x.describe() + ", y is " + target.describe());
    }
    this.network = network;
    this.loss = loss;
    this.theta = network.zeros(Compute.of(Precision.FLOAT64, 1));
    this.workspace = network.workspace(theta, x.rows());
    fill(workspace.x(), x, "x");
    fill(workspace.target(), target, "y");
    workspace.forwardTraining(random); // draws the masks, which stay
  }

  private static void fill(Matrix into, Matrix from, String name) {
    if (into.rows() != from.rows() || into.columns() != from.columns()) {
      throw new ShapeException(
          name + " is " + from.describe() + ", the network wants " + into.describe());
    }
    into.setAll(from.toArray());
  }

  @Override
  public int parameters() {
    return network.parameterCount();
  }

  @Override
  public String name(int i) {
    for (ParameterBlock part : network.layout()) {
      if (i < part.offset() + part.size()) {
        return part.elementName(i);
      }
    }
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public double value(double[] at) {
    theta.vector().setAll(at);
    return value();
  }

  private double value() {
    workspace.forwardReplay();
    return loss.value(workspace.prediction(), workspace.target());
  }

  @Override
  public void gradient(double[] at, double[] gradient) {
    theta.vector().setAll(at);
    workspace.forwardReplay();
    loss.evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    double[] result = workspace.gradient().vector().toArray();
    System.arraycopy(result, 0, gradient, 0, result.length);
  }

  /**
   * Knows the signs at θ of all that layers and loss declare as kinks, and compares them exactly.
   */
  @Override
  public Probe probe(double[] at) {
    double[] point = at.clone();
    value(point);
    Signs signs = new Signs();
    report(signs);
    return new Probe() {
      @Override
      public double at(int i, double shift) {
        double kept = point[i];
        point[i] = kept + shift;
        double value = value(point);
        signs.compare();
        report(signs);
        point[i] = kept;
        return value;
      }

      @Override
      public List<Kink> crossed() {
        return signs.crossed();
      }
    };
  }

  private void report(Signs signs) {
    List<Layer> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      String input = i == 0 ? "x" : network.outputNames().get(i - 1);
      layers.get(i).kinks(workspace.frames().get(i), signs.of(input));
    }
    loss.kinks(workspace.prediction(), workspace.target(), signs.of("residual"));
  }

  /**
   * On which side of each kink every quantity is: first remembered, in the order in which they are
   * reported, then compared.
   */
  private static final class Signs {
    private byte[] centre = new byte[64];
    private int next;
    private boolean remembering = true;
    private List<Kink> crossed = List.of();

    KinkSink of(String quantity) {
      return (sample, unit, distance) -> {
        byte sign = (byte) Math.signum(distance);
        if (remembering) {
          centre = next < centre.length ? centre : Arrays.copyOf(centre, 2 * next);
          centre[next] = sign;
        } else if (centre[next] != sign) {
          add(new Kink(quantity, sample, unit));
        }
        next++;
      };
    }

    /** What is reported from now on is compared. */
    void compare() {
      remembering = false;
      next = 0;
      crossed = List.of();
    }

    private void add(Kink kink) {
      if (crossed.isEmpty()) {
        crossed = new ArrayList<>();
      }
      crossed.add(kink);
    }

    /** Those whose sign is another than at θ. */
    List<Kink> crossed() {
      return crossed;
    }
  }
}

package dev.gradus.cli;

import dev.gradus.error.DivergedException;
import dev.gradus.error.Location;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import dev.gradus.optimize.Optimizer;
import dev.gradus.optimize.Sgd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a case asks for, computed in float64, in the keys of the case format. */
final class GradientAnswer {
  private final GradientCase stated;
  private final Network network;
  private final Parameters theta;
  private final Workspace workspace;

  private GradientAnswer(GradientCase stated, Compute compute) {
    this.stated = stated;
    network = stated.network();
    theta = network.zeros(compute);
    theta.vector().setAll(stated.theta());
    workspace = network.workspace(theta, stated.x().length);
    workspace.x().set(compute.matrix(stated.x()));
    workspace.target().set(compute.matrix(stated.target()));
  }

  /**
   * The answer to a case.
   *
   * @param progress of the descent, where one is asked for
   * @throws DivergedException if a value is not finite, which JSON cannot say
   */
  static Map<String, Object> of(GradientCase stated, Progress progress) {
    try (Compute compute = Compute.float64()) {
      return new GradientAnswer(stated, compute).answer(progress);
    }
  }

  private Map<String, Object> answer(Progress progress) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", stated.id());
    double loss = evaluate();
    answer.put("loss", finite("the loss", loss));
    answer.put("output", rows("output", workspace.prediction()));
    answer.put("dW", each(i -> rows("dW", workspace.gradient().get("W" + i))));
    answer.put("db", each(i -> rows("db", workspace.gradient().get("b" + i)).getFirst()));
    answer.put("dX", rows("dX", inputGradient()));
    stated.descent().ifPresent(d -> answer.put("sgd_losses", descend(loss, d, progress)));
    return answer;
  }

  /** The loss with its penalty; leaves the gradients of both in the workspace. */
  private double evaluate() {
    workspace.forward();
    double loss =
        stated.loss().evaluate(workspace.prediction(), workspace.target(), workspace.dPrediction());
    workspace.backward();
    stated.penalty().addGradient(theta, workspace.gradient());
    return loss + stated.penalty().value(theta);
  }

  private Matrix inputGradient() {
    Matrix x = workspace.x();
    double[] gradient = new double[x.size()];
    network
        .inputObjective(stated.loss(), theta, x, workspace.target())
        .gradient(x.toArray(), gradient);
    Matrix dx = x.like(x.rows(), x.columns());
    dx.setAll(gradient);
    return dx;
  }

  private List<Double> descend(double first, GradientCase.Descent descent, Progress progress) {
    Optimizer.Run run = Sgd.sgd().start(theta.vector());
    List<Double> losses = new ArrayList<>(List.of(first));
    for (int step = 1; step <= descent.steps(); step++) {
      run.step(theta.vector(), workspace.gradient().vector(), descent.learningRate());
      losses.add(finite("the loss after step " + step, evaluate()));
      progress.step(1);
    }
    return losses;
  }

  private interface ByLayer {
    Object of(int number);
  }

  private List<Object> each(ByLayer value) {
    return IntStream.rangeClosed(1, stated.weights().size()).mapToObj(value::of).toList();
  }

  private List<List<Double>> rows(String name, Matrix matrix) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < matrix.columns(); j++) {
        row.add(finite("an element of " + name, matrix.get(i, j)));
      }
      rows.add(row);
    }
    return rows;
  }

  private double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new DivergedException(
          "gradient.not_finite",
          Location.of(stated.file()),
          what + " is " + value + ", which JSON cannot say");
    }
    return value;
  }
}

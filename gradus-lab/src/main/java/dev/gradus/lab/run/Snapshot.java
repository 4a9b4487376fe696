package dev.gradus.lab.run;

import dev.gradus.data.Dataset;
import dev.gradus.lab.http.Fields;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import dev.gradus.network.Parameters;
import dev.gradus.network.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes of glances at one run what is shown of it, with matrices of its own: the run's are not
 * touched. Serves one thread.
 */
final class Snapshot {
  /** A larger network is not drawn line by line. */
  static final int DRAWN = 4096;

  private final Run run;
  private final Experiment experiment;
  private final Parameters theta;
  private final Dataset probe;
  private final Dataset held;
  private final Workspace probing;
  private final Workspace holding;
  private final Fit fit;

  Snapshot(Run run) {
    this.run = run;
    this.experiment = run.experiment();
    Network network = experiment.network();
    Compute compute = Compute.float64();
    this.theta = network.zeros(compute);
    this.probe = experiment.probe(compute);
    this.held = experiment.validation(compute);
    this.probing = network.workspace(theta, probe.rows());
    this.holding = network.workspace(theta, held.rows());
    this.fit = new Fit(experiment);
    probing.x().set(probe.x());
    probing.target().set(probe.target());
    holding.x().set(held.x());
  }

  /** What is shown. */
  Map<String, Object> of(Glance glance, Status status, double speed) {
    theta.vector().setAll(glance.theta());
    probing.forward();
    double loss = // also ∂L/∂ŷ
        experiment
            .settings()
            .loss()
            .evaluate(probing.prediction(), probing.target(), probing.dPrediction());
    probing.backward();
    holding.forward();
    double validation = experiment.settings().loss().value(holding.prediction(), held.target());
    Fields fields =
        new Fields()
            .put("run", run.number())
            .put("status", status.toString())
            .put("step", glance.done())
            .put("epoch", run.epoch(glance.done()))
            .number("loss", Double.isNaN(glance.loss()) ? loss : glance.loss())
            .number("validationLoss", validation)
            .number("learningRate", learningRate(glance.done()))
            .number("speed", speed)
            .put("fit", fit.of(experiment.model(theta, Map.of())))
            .put("layers", layers())
            .put("updates", updates(glance));
    return fields.put("weights", weights()).map();
  }

  private double learningRate(long done) {
    long steps = experiment.settings().steps();
    return experiment
        .settings()
        .schedule()
        .of(experiment.settings().learningRate())
        .at(Math.min(done, steps - 1), steps);
  }

  private List<Object> layers() {
    List<Object> layers = new ArrayList<>();
    Network network = experiment.network();
    for (int i = 0; i < network.layers().size(); i++) {
      layers.add(
          new LayerView(
                  network.outputNames().get(i), network.layers().get(i), probing.frames().get(i))
              .form());
    }
    return layers;
  }

  /** ‖Δ‖ / ‖θ‖ of each block of weights in the last step. */
  private List<Object> updates(Glance glance) {
    List<Object> updates = new ArrayList<>();
    for (ParameterBlock block : theta.layout()) {
      if (block.isWeight()) {
        double moved = 0;
        double size = 0;
        for (int i = block.offset(); i < block.offset() + block.size(); i++) {
          double now = glance.theta()[i];
          double change = glance.before().isPresent() ? now - glance.before().get()[i] : Double.NaN;
          moved += change * change;
          size += now * now;
        }
        updates.add(
            new Fields()
                .put("name", block.name())
                .number("ratio", Math.sqrt(moved) / Math.sqrt(size))
                .map());
      }
    }
    return updates;
  }

  private List<Object> weights() {
    List<Object> weights = new ArrayList<>();
    if (theta.vector().columns() <= DRAWN) {
      theta
          .views()
          .forEach(
              (name, matrix) ->
                  weights.add(
                      new Fields()
                          .put("name", name)
                          .put("rows", matrix.rows())
                          .put("columns", matrix.columns())
                          .numbers("values", matrix.toArray())
                          .map()));
    }
    return weights;
  }
}

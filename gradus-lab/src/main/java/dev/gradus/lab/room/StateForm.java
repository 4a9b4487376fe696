package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.plan.Experiment;
import dev.gradus.lab.plan.Task;
import dev.gradus.lab.run.Course;
import dev.gradus.lab.run.Fit;
import dev.gradus.lab.run.Run;
import dev.gradus.network.Network;
import dev.gradus.network.ParameterBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The state of a run as JSON, but for what other rooms add. */
final class StateForm {
  private StateForm() {}

  static Fields of(Run run, double stepsPerSecond) {
    Experiment experiment = run.experiment();
    Course.Point[] course = run.course().soFar();
    double loss = course.length == 0 ? Double.NaN : course[course.length - 1].loss();
    double validation = Double.NaN;
    for (Course.Point point : course) {
      validation = Double.isNaN(point.validation()) ? validation : point.validation();
    }
    Fields fields =
        new Fields()
            .put("run", run.number())
            .put("status", run.status().toString())
            .put("step", run.done())
            .put("steps", experiment.settings().steps())
            .put("epoch", run.epoch(run.done()))
            .put("epochs", run.epoch(experiment.settings().steps()))
            .number("loss", loss)
            .number("validationLoss", validation)
            .put("stepsPerSecond", stepsPerSecond);
    if (run.message().isEmpty()) {
      fields.nothing("message");
    } else {
      fields.put("message", run.message());
    }
    return fields
        .put("settings", settings(experiment))
        .put("network", network(experiment))
        .put("data", data(experiment.task()));
  }

  private static Map<String, Object> settings(Experiment experiment) {
    Task task = experiment.task();
    Fields fields = new Fields().put("data", task.name());
    if (task.name().equals(Task.TABLE)) {
      fields.put("target", task.target().name()).put("columns", task.features().names());
    }
    SettingsForm.write(experiment.settings()).forEach(fields::put);
    return fields.map();
  }

  private static Map<String, Object> network(Experiment experiment) {
    Network network = experiment.network();
    List<Object> layers = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      int layer = i;
      layers.add(
          new Fields()
              .put("name", network.outputNames().get(i))
              .put("kind", network.layers().get(i).kind())
              .put("inputs", network.widths().get(i))
              .put("units", network.widths().get(i + 1))
              .put(
                  "parameters",
                  network.layout().stream()
                      .filter(part -> part.layer() == layer)
                      .map(ParameterBlock::name)
                      .toList())
              .map());
    }
    Task task = experiment.task();
    boolean each = network.outputs() > 1;
    return new Fields()
        .put("inputs", task.features().inputNames())
        .put("outputs", each ? task.classes() : List.of(task.target().name()))
        .put("parameters", network.parameterCount())
        .put("layers", layers)
        .map();
  }

  private static Map<String, Object> data(Task task) {
    return new Fields()
        .put("name", task.name())
        .put("task", task.classes().isEmpty() ? "regression" : "classification")
        .put("drawn", Fit.Kind.of(task).toString())
        .put("inputs", task.features().names())
        .put("target", task.target().name())
        .put("classes", task.classes())
        .put("trainingRows", task.endless() ? 0 : task.training().length)
        .put("validationRows", task.validation().length)
        .map();
  }

  /** The curves so far. */
  static Map<String, Object> history(Run run) {
    List<Object> steps = new ArrayList<>();
    List<Object> losses = new ArrayList<>();
    List<Object> validationSteps = new ArrayList<>();
    List<Object> validationLosses = new ArrayList<>();
    for (Course.Point point : run.course().soFar()) {
      steps.add(point.step());
      losses.add(Fields.orNull(point.loss()));
      if (!Double.isNaN(point.validation())) {
        validationSteps.add(point.step());
        validationLosses.add(Fields.orNull(point.validation()));
      }
    }
    return new Fields()
        .put("run", run.number())
        .put("steps", steps)
        .put("losses", losses)
        .put("validationSteps", validationSteps)
        .put("validationLosses", validationLosses)
        .map();
  }
}

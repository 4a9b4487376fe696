package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.TargetTransform;
import dev.gradus.tabular.preprocess.Task;
import dev.gradus.tabular.preprocess.TaskChoice;
import dev.gradus.tabular.preprocess.WeightedRows;
import dev.gradus.tabular.table.Quotation;
import java.util.List;
import java.util.Optional;

/**
 * What is predicted, before it is known from which rows it is learned.
 *
 * @param choice the task
 * @param classes if there are any
 */
record TargetPlan(TaskChoice choice, Optional<ClassTarget> classes) {

  static TargetPlan of(TrainingData data, TrainingSettings settings) {
    List<String> names = data.targets();
    Optional<Task> task = settings.find(Hyperparameters.TASK);
    if (names.size() > 1) {
      return several(data, task);
    }
    String name = names.getFirst();
    if (settings.states(Hyperparameters.QUANTILES) && task.isEmpty()) {
      task = Optional.of(Task.REGRESSION);
    }
    TaskChoice choice = TaskChoice.of(data.table(), name, data.all().rows(), task);
    if (choice.task() == Task.CLASSIFICATION) {
      refuseOfValues(settings, name);
      return new TargetPlan(
          choice, Optional.of(ClassTarget.fit(data.table(), name, data.all().rows())));
    }
    return new TargetPlan(choice, Optional.empty());
  }

  private static TargetPlan several(TrainingData data, Optional<Task> task) {
    if (task.equals(Optional.of(Task.CLASSIFICATION))) {
      throw new ConfigException(
          "flag.conflict",
          Location.of("--task classification"),
          "several targets are values; for classes name one target");
    }
    for (String name : data.targets()) {
      TaskChoice.of(data.table(), name, data.all().rows(), Optional.of(Task.REGRESSION));
    }
    return new TargetPlan(
        new TaskChoice(Task.REGRESSION, data.targets().size() + " targets are values"),
        Optional.empty());
  }

  private static void refuseOfValues(TrainingSettings settings, String name) {
    for (Hyperparameter<?> parameter :
        List.of(Hyperparameters.QUANTILES, Hyperparameters.TARGET_TRANSFORM)) {
      if (settings.states(parameter)) {
        throw new ConfigException(
            "flag.conflict",
            Location.of(parameter.flag()),
            "column " + Quotation.name(name) + " holds classes; for values use --task regression");
      }
    }
  }

  /** Learns the scale from the training rows. */
  Target fit(TrainingData data, TrainingSettings settings, Part training) {
    if (classes.isPresent()) {
      return classes.get();
    }
    TargetTransform transform = settings.get(Hyperparameters.TARGET_TRANSFORM);
    WeightedRows rows = WeightColumn.of(settings).rows(training);
    List<RegressionTarget> values =
        data.targets().stream()
            .map(name -> RegressionTarget.fit(training.table(), name, rows, transform))
            .toList();
    if (values.size() > 1) {
      return new SeveralTargets(values);
    }
    return settings
        .find(Hyperparameters.QUANTILES)
        .<Target>map(levels -> new QuantileTarget(values.getFirst(), levels))
        .orElse(values.getFirst());
  }
}

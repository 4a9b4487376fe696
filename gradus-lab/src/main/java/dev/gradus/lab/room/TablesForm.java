package dev.gradus.lab.room;

import dev.gradus.clinic.Mistake;
import dev.gradus.lab.http.Fields;
import dev.gradus.lab.plan.PlayData;
import dev.gradus.lab.plan.Task;
import dev.gradus.layer.Layer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.tabular.model.Hyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that can be chosen, from the tables of the library. */
final class TablesForm {
  private TablesForm() {}

  static Map<String, Object> write() {
    List<Object> data = new ArrayList<>();
    for (PlayData each : PlayData.values()) {
      data.add(data(Task.of(each)));
    }
    Fields ranges = new Fields();
    for (Interval interval : Interval.values()) {
      if (!interval.key().equals("rows") && !interval.key().equals("count")) {
        ranges.put(interval.key(), interval.form());
      }
    }
    List<Object> mistakes = new ArrayList<>();
    for (Mistake mistake : Mistake.all()) {
      mistakes.add(mistake(mistake).put("wants", mistake.wants()).map());
    }
    return new Fields()
        .put("data", data)
        .put("activations", SettingsForm.activations().stream().map(Layer::kind).toList())
        .put("losses", Hyperparameters.LOSS.form().names())
        .put("optimizers", Hyperparameters.OPTIMIZER.form().names())
        .put("schedules", Hyperparameters.SCHEDULE.form().names())
        .put("initializers", SettingsForm.initializers())
        .put("ranges", ranges.map())
        .put("mistakes", mistakes)
        .map();
  }

  /** A data set with what fits it. */
  static Map<String, Object> data(Task task) {
    return new Fields()
        .put("name", task.name())
        .put("task", task.classes().isEmpty() ? "regression" : "classification")
        .put("inputs", task.features().inputs())
        .put("epochs", !task.endless())
        .put("losses", task.losses().stream().map(StandardLoss::toString).toList())
        .put("standard", SettingsForm.write(task.standard()))
        .map();
  }

  /** A mistake by its name, and in words. */
  static Fields mistake(Mistake mistake) {
    return new Fields()
        .put("name", mistake.name())
        .put("title", mistake.title())
        .put("sentence", mistake.sentence());
  }
}

package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.lab.http.Refusal;
import dev.gradus.lab.plan.Hidden;
import dev.gradus.lab.plan.Settings;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Prelu;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings as JSON: the keys, the names and the ranges, each in one place. */
final class SettingsForm {
  private static final String BY_ACTIVATION = "auto";

  private SettingsForm() {}

  /** The activations that a hidden layer can have, by their names. */
  static List<Layer> activations() {
    List<Layer> all = new ArrayList<>(List.of(Activation.values()));
    all.add(Prelu.prelu());
    return all;
  }

  /**
   * Settings with what a request says and, where it says nothing, the standard.
   *
   * @param body whose other keys are data, target and columns
   */
  static Settings read(JsonObject body, Settings standard) {
    body.only(
        "data",
        "target",
        "columns",
        "layers",
        "initializer",
        "loss",
        "optimizer",
        "learningRate",
        "schedule",
        "batchSize",
        "l2",
        "dropout",
        "steps",
        "seed");
    return new Settings(
        body.has("layers") ? hidden(body) : standard.hidden(),
        body.has("initializer") ? initializer(body.text("initializer")) : standard.initializer(),
        named(body, "loss", StandardLoss.values(), standard.loss()),
        named(body, "optimizer", StandardOptimizer.values(), standard.optimizer()),
        Interval.LEARNING_RATE.of(body, standard.learningRate()),
        named(body, "schedule", Schedule.values(), standard.schedule()),
        (int) Interval.BATCH_SIZE.whole(body, standard.batchSize()),
        Interval.L2.of(body, standard.l2()),
        Interval.DROPOUT.of(body, standard.dropout()),
        Interval.STEPS.whole(body, standard.steps()),
        Interval.SEED.whole(body, standard.seed()));
  }

  private static List<Hidden> hidden(JsonObject body) {
    List<JsonObject> layers = body.objects("layers");
    Interval.LAYERS.require("layers", layers.size());
    return layers.stream()
        .map(
            layer -> {
              layer.only("units", "activation");
              return new Hidden(
                  (int) Interval.UNITS.whole(layer, -1), activation(layer.text("activation")));
            })
        .toList();
  }

  private static Layer activation(String name) {
    return choose("activation", name, activations(), Layer::kind);
  }

  private static Optional<StandardInitializer> initializer(String name) {
    return name.equals(BY_ACTIVATION)
        ? Optional.empty()
        : Optional.of(
            choose(
                "initializer",
                name,
                List.of(StandardInitializer.values()),
                StandardInitializer::toString));
  }

  private static <T> T named(JsonObject body, String key, T[] table, T standard) {
    return body.has(key) ? choose(key, body.text(key), List.of(table), String::valueOf) : standard;
  }

  /** Tells what something is called. */
  private interface Name<T> {
    String of(T value);
  }

  private static <T> T choose(String key, String name, List<T> table, Name<T> called) {
    return table.stream()
        .filter(value -> called.of(value).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.unfit(
                    "settings." + key,
                    key
                        + " \""
                        + Quotation.name(name)
                        + "\": wants one of "
                        + String.join(", ", table.stream().map(called::of).toList())));
  }

  /** The initializers, with the one that is chosen by the activation. */
  static List<String> initializers() {
    List<String> names = new ArrayList<>(List.of(BY_ACTIVATION));
    names.addAll(Hyperparameters.INITIALIZER.form().names());
    return names;
  }

  /** As JSON. */
  static Map<String, Object> write(Settings settings) {
    return new Fields()
        .put(
            "layers",
            settings.hidden().stream()
                .map(
                    layer ->
                        new Fields()
                            .put("units", layer.units())
                            .put("activation", layer.activation().kind())
                            .map())
                .toList())
        .put(
            "initializer",
            settings.initializer().map(StandardInitializer::toString).orElse(BY_ACTIVATION))
        .put("loss", settings.loss().toString())
        .put("optimizer", settings.optimizer().toString())
        .put("learningRate", settings.learningRate())
        .put("schedule", settings.schedule().toString())
        .put("batchSize", settings.batchSize())
        .put("l2", settings.l2())
        .put("dropout", settings.dropout())
        .put("steps", settings.steps())
        .put("seed", settings.seed())
        .map();
  }
}

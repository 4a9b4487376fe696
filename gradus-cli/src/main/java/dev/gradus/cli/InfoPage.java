package dev.gradus.cli;

import dev.gradus.tabular.metric.Metric;
import dev.gradus.tabular.model.DataFingerprint;
import dev.gradus.tabular.model.Kept;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.NetworkText;
import dev.gradus.train.TrainingEvent.EpochEnded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code gradus info} says. */
final class InfoPage {
  /** Of the record, what has lines of its own. */
  private static final List<String> APART =
      List.of("metrics", "baseline", "linear", "data", "gradient_check", "arguments");

  private InfoPage() {}

  /** Of a model. */
  static void show(Path file, Model model, Page page) {
    String task = model.target().task().label();
    page.say(
        "%s: a model of %s, %s",
        Shown.escaped(file.toString()), Shown.value(model.target().name()), task);
    page.say(
        "features: %s",
        model.features().names().stream().map(Shown::value).collect(Collectors.joining(", ")));
    page.say(
        "network: %s, loss %s, %,d parameters",
        NetworkText.of(model.network()), model.loss(), model.network().parameterCount());
    page.put("kind", "model");
    page.put("task", task);
    page.put("target", model.target().name());
    page.put("features", features(model));
    page.put("network", NetworkText.of(model.network()));
    page.put("loss", model.loss().toString());
    page.put("parameters", model.network().parameterCount());
    record(model, page);
    int vectors = model.vectors().rows().size();
    long odd =
        Arrays.stream(model.parameters().vector().toArray())
            .filter(weight -> !Double.isFinite(weight))
            .count();
    if (odd > 0) {
      page.say("weights that are NaN or infinite: %,d; no other command takes this model", odd);
      page.put("not_finite", odd);
    }
    page.say(
        "test vectors: %s",
        vectors == 0
            ? "none"
            : vectors + (odd > 0 ? "" : ", each gives the bits that the file says"));
    page.put("test_vectors", vectors);
  }

  private static List<Object> features(Model model) {
    List<Object> features = new ArrayList<>();
    model
        .features()
        .kinds()
        .forEach(
            (name, kind) -> {
              Map<String, Object> feature = new LinkedHashMap<>();
              feature.put("name", name);
              feature.put("kind", kind.label());
              features.add(feature);
            });
    return features;
  }

  private static void record(Model model, Page page) {
    Map<String, Object> record = model.record();
    Map<String, Object> training = new LinkedHashMap<>(record);
    APART.forEach(training::remove);
    page.say("training: %s", listed(training));
    page.put("training", training);
    for (String part : APART) {
      Object value = record.get(part);
      if (value != null) {
        page.put(part, value);
      }
    }
    page.say(DataFingerprint.recorded(model).map(InfoPage::data).orElse("data: not known"));
    check(map(record.get("gradient_check")), page);
    metrics(record, page);
  }

  private static String data(DataFingerprint data) {
    return String.format(
        Locale.ROOT,
        "data: %d rows, %d columns, SHA-256 %s",
        data.rows(),
        data.columns(),
        data.sha256());
  }

  private static void check(Map<?, ?> check, Page page) {
    if (!Boolean.TRUE.equals(check.get("checked"))) {
      page.say("gradient check: not made");
      return;
    }
    page.say(
        "gradient check before the training: %s, %s of %s parameters on %s rows, greatest error %s",
        Boolean.TRUE.equals(check.get("passed")) ? "passed" : "FAILED",
        text(check, "sample"),
        text(check, "parameters"),
        text(check, "rows"),
        text(check, "greatest_error"));
  }

  private static void metrics(Map<String, Object> record, Page page) {
    Map<?, ?> baseline = map(record.get("baseline"));
    map(record.get("metrics"))
        .forEach(
            (name, value) ->
                page.say(
                    "%-28s %12s %12s",
                    shown(Metric.label(String.valueOf(name))),
                    number(value),
                    "baseline " + number(baseline.get(name))));
  }

  private static String text(Map<?, ?> values, String key) {
    return shown(values.get(key));
  }

  private static String shown(@Nullable Object value) {
    return Shown.value(String.valueOf(value));
  }

  private static String number(@Nullable Object value) {
    return value instanceof Double metric ? Metric.text(metric) : "-";
  }

  /** Of a checkpoint. */
  static void show(Kept kept, Page page) {
    Map<String, Object> run = kept.run();
    page.say(
        "%s: a checkpoint after epoch %,d, step %,d",
        Shown.escaped(kept.file().toString()), kept.epoch(), kept.state().step());
    page.say(
        "network: %s, loss %s",
        Shown.escaped(String.valueOf(run.get("network"))), text(run, "loss"));
    page.say("training: %s", listed(map(run.get("settings"))));
    page.put("kind", "checkpoint");
    page.put("epoch", kept.epoch());
    page.put("step", kept.state().step());
    if (kept.epoch() > 0) {
      EpochEnded last = kept.state().epochs().getLast();
      page.say("training loss: %s", Metric.text(last.trainingLoss()));
      page.put("training_loss", last.trainingLoss());
      last.validationLoss()
          .ifPresent(
              loss -> {
                page.say("validation loss: %s", Metric.text(loss));
                page.put("validation_loss", loss);
              });
    }
    run.forEach(page::put);
  }

  private static String listed(Map<?, ?> values) {
    return values.entrySet().stream()
        .map(entry -> shown(entry.getKey()) + " " + shown(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}

package dev.gradus.tabular.model;

import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.Target;
import dev.gradus.tabular.preprocess.TargetScale;
import dev.gradus.tabular.preprocess.TargetTransform;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The target in a file. Standardized values have {@code mean} and {@code deviation}; another
 * transform adds its name and {@code center}, quantiles add {@code levels}, and several targets are
 * a list.
 */
final class TargetForm {
  private TargetForm() {}

  static Map<String, Object> write(Target target, List<Double> shares) {
    Map<String, Object> entry = new LinkedHashMap<>();
    switch (target) {
      case RegressionTarget values -> put(entry, "regression", values);
      case QuantileTarget quantiles -> {
        put(entry, "regression", quantiles.values());
        entry.put("levels", quantiles.levels());
      }
      case SeveralTargets several -> {
        entry.put("task", "regression");
        entry.put("several", several.list().stream().map(one -> write(one, List.of())).toList());
      }
      case ClassTarget classes -> {
        entry.put("name", classes.name());
        entry.put("task", "classification");
        entry.put("classes", classes.classes());
        entry.put("numeric", classes.numeric());
        entry.put("shares", shares);
      }
    }
    return entry;
  }

  private static void put(Map<String, Object> entry, String task, RegressionTarget values) {
    entry.put("name", values.name());
    entry.put("task", task);
    entry.put("mean", values.mean());
    entry.put("deviation", values.deviation());
    if (values.scale().transform() != TargetTransform.STANDARDIZE) {
      entry.put("transform", values.scale().transform().toString());
      entry.put("center", values.scale().center());
    }
  }

  static Target read(JsonObject entry) {
    String task = entry.text("task");
    return switch (task) {
      case "regression" -> regression(entry);
      case "classification" -> classification(entry);
      default ->
          throw entry.refuse(
              "target: task \"" + Quotation.name(task) + "\"; wants regression or classification");
    };
  }

  private static Target regression(JsonObject entry) {
    if (!entry.has("several")) {
      RegressionTarget values = values(entry, entry.has("levels"));
      return entry.has("levels") ? new QuantileTarget(values, levels(entry)) : values;
    }
    entry.only("task", "several");
    List<RegressionTarget> list = new ArrayList<>();
    for (JsonObject one : entry.objects("several")) {
      RegressionTarget target = values(one, false);
      if (list.stream().anyMatch(before -> before.name().equals(target.name()))) {
        throw one.refuse("target: two columns of one name");
      }
      list.add(target);
    }
    if (list.size() < 2) {
      throw entry.refuse("target: several are at least 2");
    }
    return new SeveralTargets(list);
  }

  private static RegressionTarget values(JsonObject entry, boolean levels) {
    List<String> keys = new ArrayList<>(List.of("name", "task", "mean", "deviation"));
    if (levels) {
      keys.add("levels");
    }
    boolean transformed = entry.has("transform");
    if (transformed) {
      keys.addAll(List.of("transform", "center"));
    }
    entry.only(keys.toArray(String[]::new));
    double mean = entry.number("mean");
    double deviation = entry.number("deviation");
    if (!(deviation > 0)) {
      throw entry.refuse("target: a deviation above 0 is wanted");
    }
    return transformed
        ? new RegressionTarget(
            entry.text("name"),
            mean,
            new TargetScale(transform(entry), entry.number("center"), deviation))
        : new RegressionTarget(entry.text("name"), mean, deviation);
  }

  private static TargetTransform transform(JsonObject entry) {
    return switch (entry.text("transform")) {
      case "log" -> TargetTransform.LOG;
      case "none" -> TargetTransform.NONE;
      default -> throw entry.refuse("target: transform: wants log or none");
    };
  }

  private static List<Double> levels(JsonObject entry) {
    List<Double> levels = entry.numbers("levels");
    double before = 0;
    for (double level : levels) {
      if (!(level > before && level < 1)) {
        throw entry.refuse("target: levels: wants numbers between 0 and 1 in rising order");
      }
      before = level;
    }
    if (levels.isEmpty()) {
      throw entry.refuse("target: levels: at least 1 is wanted");
    }
    return levels;
  }

  private static ClassTarget classification(JsonObject entry) {
    entry.only("name", "task", "classes", "numeric", "shares");
    List<String> classes = entry.texts("classes");
    if (classes.size() < 2 || classes.size() != entry.numbers("shares").size()) {
      throw entry.refuse("target: at least 2 classes, each with its share, are wanted");
    }
    requireShares(entry, entry.numbers("shares"));
    if (classes.stream().distinct().count() < classes.size()) {
      throw entry.refuse("target: a class that comes twice");
    }
    return new ClassTarget(entry.text("name"), classes, entry.truth("numeric"));
  }

  private static void requireShares(JsonObject entry, List<Double> shares) {
    double sum = 0;
    for (double share : shares) {
      if (!(share >= 0 && share <= 1)) {
        throw entry.refuse("target: a share of " + share + "; wants numbers from 0 to 1");
      }
      sum += share;
    }
    if (!(Math.abs(sum - 1) <= 1e-9)) {
      throw entry.refuse("target: the shares give " + sum + " together; wants 1");
    }
  }
}

package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.Warning;
import dev.gradus.tabular.table.Quotation;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns are features, and how they become inputs.
 *
 * @param features the inputs
 * @param warnings what is odd about the columns
 */
record FeaturePlan(Features features, List<Warning> warnings) {

  static FeaturePlan of(TrainingData data, TrainingSettings settings, Part training) {
    if (data.start().isPresent()) {
      Features features = data.start().get().features();
      features.match(data.table());
      return new FeaturePlan(features, List.of());
    }
    Features.Fitted fitted =
        Features.fit(
            training.table(), columns(data, settings), WeightColumn.of(settings).rows(training));
    return new FeaturePlan(fitted.features(), fitted.warnings());
  }

  /** Those listed, else all but the targets and those that are named for another purpose. */
  static List<String> columns(TrainingData data, TrainingSettings settings) {
    Table table = data.table();
    List<String> others = new ArrayList<>();
    data.targets().forEach(name -> others.add(table.require(name, "--target").name()));
    Map<String, Optional<String>> named = new LinkedHashMap<>();
    named.put("--weight", settings.find(Hyperparameters.WEIGHT));
    named.put("--group", settings.find(Hyperparameters.GROUP));
    named.put("--split", settings.get(Hyperparameters.SPLIT).timeColumn());
    named.forEach(
        (flag, column) -> column.ifPresent(name -> others.add(table.require(name, flag).name())));
    Optional<List<String>> listed = data.columns();
    if (listed.isEmpty()) {
      return table.names().stream().filter(name -> !others.contains(name)).toList();
    }
    Set<String> seen = new HashSet<>();
    for (String name : listed.get()) {
      refuseIfTwice(name, data.targets(), settings);
      table.require(name, "--columns");
      if (!seen.add(name)) {
        throw new ConfigException(
            "flag.conflict", Location.of("--columns"), Quotation.name(name) + " is listed twice");
      }
    }
    return listed.get();
  }

  private static void refuseIfTwice(String name, List<String> targets, TrainingSettings settings) {
    boolean weight = settings.find(Hyperparameters.WEIGHT).equals(Optional.of(name));
    if (weight || targets.contains(name)) {
      throw new ConfigException(
          "flag.conflict",
          Location.of((weight ? "--weight " : "--target ") + Quotation.name(name)),
          "also listed in --columns");
    }
  }
}

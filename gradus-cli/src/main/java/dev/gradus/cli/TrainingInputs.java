package dev.gradus.cli;

import dev.gradus.tabular.model.DataFingerprint;
import dev.gradus.tabular.model.Hyperparameter;
import dev.gradus.tabular.model.Hyperparameters;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.model.TrainingContext;
import dev.gradus.tabular.model.TrainingData;
import dev.gradus.tabular.model.TrainingSettings;
import dev.gradus.tabular.setting.HeldOut;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a training reads.
 *
 * @param rows of the table
 * @param validation of another file, if there is one
 * @param test of another file, if there is one
 * @param start a model to begin from, if any
 */
record TrainingInputs(
    UsableRows rows,
    Optional<UsableRows> validation,
    Optional<UsableRows> test,
    Optional<String> start) {
  /** The settings whose values may be files. */
  static final List<Hyperparameter<?>> OF_FILES =
      List.of(Hyperparameters.VALIDATION, Hyperparameters.TEST, Hyperparameters.WARM_START);

  /** Reads all but the model. */
  static TrainingInputs read(TrainingColumns columns, TrainingSettings settings) {
    CsvSource source = columns.source();
    Table table = columns.read(source, named(settings));
    return new TrainingInputs(
        columns.usable(source, table),
        file(settings, Hyperparameters.VALIDATION).map(name -> columns.read(name, table)),
        file(settings, Hyperparameters.TEST).map(name -> columns.read(name, table)),
        file(settings, Hyperparameters.WARM_START));
  }

  /** The file that a setting names, if it is one. */
  static Optional<String> file(TrainingSettings settings, Hyperparameter<?> parameter) {
    Object value = settings.find(parameter).map(Object.class::cast).orElse("");
    return switch (value) {
      case HeldOut.File file -> Optional.of(file.name());
      case String name when !name.isEmpty() -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  /** The columns that settings name, by their flags. */
  private static Map<String, String> named(TrainingSettings settings) {
    Map<String, String> named = new LinkedHashMap<>();
    settings
        .find(Hyperparameters.WEIGHT)
        .ifPresent(name -> named.put(Hyperparameters.WEIGHT.flag(), name));
    settings
        .find(Hyperparameters.GROUP)
        .ifPresent(name -> named.put(Hyperparameters.GROUP.flag(), name));
    settings
        .get(Hyperparameters.SPLIT)
        .timeColumn()
        .ifPresent(name -> named.put(Hyperparameters.SPLIT.flag(), name));
    return named;
  }

  /** The table. */
  Table table() {
    return rows.part().table();
  }

  /** What the training is given. */
  TrainingData data(List<String> targets, Optional<List<String>> features) {
    return TrainingData.of(rows.part(), targets)
        .withColumns(features)
        .withValidation(validation.map(UsableRows::part))
        .withTest(test.map(UsableRows::part))
        .withStart(start.map(file -> Model.load(Path.of(file))));
  }

  /**
   * By what the files can be known again, and the flags that would repeat the training: those that
   * name files left out, for a model file holds no paths.
   *
   * @param flags as they were given
   * @param unrepeated names of flags to leave out
   */
  TrainingContext context(Settings flags, TrainingSettings settings, List<String> unrepeated) {
    List<String> but = new ArrayList<>(unrepeated);
    OF_FILES.stream()
        .filter(parameter -> file(settings, parameter).isPresent())
        .forEach(parameter -> but.add(parameter.flag()));
    return TrainingContext.standard()
        .of(DataFingerprint.of(rows.source(), table()), flags.given(but))
        .beside(digests());
  }

  private Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    validation.ifPresent(of -> put(digests, Hyperparameters.VALIDATION, of.source()));
    test.ifPresent(of -> put(digests, Hyperparameters.TEST, of.source()));
    start.ifPresent(
        file -> put(digests, Hyperparameters.WARM_START, CsvSource.file(file))); // its bytes
    return digests;
  }

  private static void put(
      Map<String, String> digests, Hyperparameter<?> parameter, CsvSource source) {
    digests.put(parameter.key(), DataFingerprint.sha256(source));
  }
}

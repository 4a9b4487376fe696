package dev.gradus.tabular.model;

import dev.gradus.error.ConfigException;
import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.TensorFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a training is, as far as it decides every bit: a checkpoint is taken up only by the same.
 *
 * @param entries for the file
 * @param data what the user calls the table
 */
record RunIdentity(Map<String, Object> entries, String data) {

  /** Of a plan on these data. */
  static RunIdentity of(TrainingPlan plan, Map<String, Object> settings, TrainingContext context) {
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("network", NetworkText.of(plan.network()));
    entries.put("layers", Architecture.write(plan.network()));
    entries.put("loss", plan.loss().toString());
    entries.put("settings", settings);
    entries.put("target", plan.target().name());
    entries.put("features", plan.features().names());
    entries.put("preprocessing", digest(FeatureForm.write(plan.features())));
    entries.put("scale", digest(TargetForm.write(plan.target(), List.of())));
    entries.put("training_rows", plan.trainingRows());
    entries.put("validation_rows", plan.validationRows());
    context.data().ifPresent(fingerprint -> entries.put("data", fingerprint.write()));
    entries.put("files", context.files());
    return new RunIdentity(entries, plan.training().table().file());
  }

  /** What it is known by: the whole would be long, and nobody reads it. */
  private static String digest(Object json) {
    return TensorFile.hex(TensorFile.sha256(Json.bytes(json)));
  }

  /**
   * Compares, what the user can most easily see first.
   *
   * @throws ConfigException if the flags are others
   * @throws DataException if the data are
   */
  void requireSame(Kept kept) {
    if (differs("network", kept)) {
      throw refused(
          kept, String.valueOf(kept.run().get("network")), String.valueOf(entries.get("network")));
    }
    Map<?, ?> then = map(kept.run().get("settings"));
    Map<?, ?> now = map(entries.get("settings"));
    for (Object key : union(then, now).keySet()) {
      if (!same(then.get(key), now.get(key))) {
        throw refused(kept, setting(key, then.get(key)), setting(key, now.get(key)));
      }
    }
    if (differs("data", kept)) {
      throw new DataException(
          "checkpoint.data",
          Location.of(data),
          "is not what " + kept.file() + " was trained on; wants the same bytes");
    }
    Map<?, ?> others = map(entries.get("files"));
    for (Object file : union(map(kept.run().get("files")), others).keySet()) {
      if (!same(map(kept.run().get("files")).get(file), others.get(file))) {
        throw refused(kept, "another " + file + " file", "not that one");
      }
    }
    for (String key : entries.keySet()) {
      if (differs(key, kept)) {
        throw refused(kept, "another " + key.replace('_', ' '), "not that one");
      }
    }
  }

  private static ConfigException refused(Kept kept, String then, String now) {
    return new ConfigException(
        "flag.value",
        Location.of("--resume"),
        kept.file() + " holds " + then + ", the flags say " + now);
  }

  private static String setting(Object key, @Nullable Object value) {
    return value == null ? "no " + key : key + " " + value;
  }

  private static Map<?, ?> union(Map<?, ?> a, Map<?, ?> b) {
    Map<Object, Object> all = new LinkedHashMap<>(a);
    all.putAll(b);
    return all;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private boolean differs(String key, Kept kept) {
    return !same(kept.run().get(key), entries.get(key));
  }

  /** As JSON, so that it does not matter of which type a number is. */
  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return (a == null || b == null) ? Objects.equals(a, b) : Json.write(a).equals(Json.write(b));
  }
}

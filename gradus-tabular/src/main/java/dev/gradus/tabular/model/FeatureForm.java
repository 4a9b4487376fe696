package dev.gradus.tabular.model;

import dev.gradus.tabular.file.JsonObject;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.Features;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The preprocessing in a file. */
final class FeatureForm {
  private FeatureForm() {}

  static List<Object> write(Features features) {
    List<Object> entries = new ArrayList<>();
    for (Feature feature : features.list()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", feature.name());
      switch (feature) {
        case NumberFeature number -> {
          entry.put("kind", number.kind().label());
          entry.put("median", number.median());
          entry.put("mean", number.mean());
          entry.put("deviation", number.deviation());
          entry.put("limit", number.limit());
          entry.put("indicator", number.indicator());
          entry.put("least", number.seen().least());
          entry.put("greatest", number.seen().greatest());
        }
        case CategoryFeature category -> {
          entry.put("kind", category.kind().label());
          entry.put("categories", category.categories());
          entry.put("commonest", category.commonest());
          entry.put("other", category.other());
          entry.put("indicator", category.indicator());
        }
      }
      entries.add(entry);
    }
    return entries;
  }

  static Features read(JsonObject all) {
    List<Feature> features = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonObject entry : all.objects("features")) {
      ColumnKind kind = kind(entry);
      Feature feature = kind == ColumnKind.CATEGORY ? category(entry) : number(entry, kind);
      if (!names.add(feature.name())) {
        throw entry.refuse("features: two columns of one name");
      }
      features.add(feature);
    }
    if (features.isEmpty()) {
      throw all.refuse("features: at least 1 is wanted");
    }
    return new Features(features);
  }

  private static ColumnKind kind(JsonObject entry) {
    String label = entry.text("kind");
    for (ColumnKind kind : ColumnKind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw entry.refuse("features: kind: wants number, boolean, date, time or category");
  }

  private static NumberFeature number(JsonObject entry, ColumnKind kind) {
    entry.only(
        "name", "kind", "median", "mean", "deviation", "limit", "indicator", "least", "greatest");
    if (!(entry.number("deviation") >= 0 && entry.number("limit") >= 0)) {
      throw entry.refuse("features: deviation and limit are 0 or more");
    }
    return new NumberFeature(
        entry.text("name"),
        kind,
        entry.number("median"),
        entry.number("mean"),
        entry.number("deviation"),
        entry.number("limit"),
        entry.truth("indicator"),
        seen(entry));
  }

  /** In format 1 it does not stand: then no number is outside of it. */
  private static NumberFeature.Range seen(JsonObject entry) {
    return entry.has("least") || entry.has("greatest")
        ? new NumberFeature.Range(entry.number("least"), entry.number("greatest"))
        : new NumberFeature.Range(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static CategoryFeature category(JsonObject entry) {
    entry.only("name", "kind", "categories", "commonest", "other", "indicator");
    List<String> categories = entry.texts("categories");
    if (categories.stream().distinct().count() < categories.size()) {
      throw entry.refuse("features: a category that comes twice");
    }
    String commonest = entry.text("commonest");
    if (!commonest.isEmpty() && !categories.contains(commonest)) {
      throw entry.refuse(
          "features: the commonest, \"" + Quotation.name(commonest) + "\", is no category");
    }
    return new CategoryFeature(
        entry.text("name"), categories, commonest, entry.truth("other"), entry.truth("indicator"));
  }
}

package dev.gradus.lab.room;

import dev.gradus.lab.http.Fields;
import dev.gradus.layer.Dense;
import dev.gradus.network.Network;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.preprocess.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a model wants, for a form that asks for it. */
final class ModelForm {
  private ModelForm() {}

  static Map<String, Object> write(Workbench.Used used) {
    Model model = used.model();
    Network network = model.network();
    Fields fields =
        new Fields()
            .put("name", used.name())
            .put("from", used.from())
            .put("task", task(model.target()))
            .put("target", model.target().name())
            .put("classes", classes(model.target()))
            .put("parameters", network.parameterCount())
            .put("network", widths(network))
            .put("columns", model.features().list().stream().map(ModelForm::column).toList());
    for (String key : List.of("metrics", "baseline")) {
      if (model.record().get(key) instanceof Map<?, ?> told) {
        fields.put(key, told);
      }
    }
    return fields.map();
  }

  static String task(Target target) {
    return target instanceof ClassTarget ? "classification" : "regression";
  }

  static List<String> classes(Target target) {
    return target instanceof ClassTarget classes ? classes.classes() : List.of();
  }

  private static String widths(Network network) {
    return network.inputs()
        + network.layers().stream()
            .filter(Dense.class::isInstance)
            .map(layer -> "-" + ((Dense) layer).outputs())
            .collect(Collectors.joining());
  }

  private static Map<String, Object> column(Feature feature) {
    Fields fields = new Fields().put("name", feature.name());
    switch (feature) {
      case NumberFeature number -> {
        fields
            .put("kind", number.kind().label())
            .number("low", number.seen().least())
            .number("high", number.seen().greatest())
            .number("value", number.median())
            .put("missing", number.indicator());
      }
      case CategoryFeature category ->
          fields
              .put("kind", "category")
              .put("categories", category.categories())
              .put("other", category.other())
              .put("value", category.commonest())
              .put("missing", category.indicator());
    }
    return fields.map();
  }
}

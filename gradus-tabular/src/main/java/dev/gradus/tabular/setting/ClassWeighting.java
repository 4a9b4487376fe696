package dev.gradus.tabular.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much each class counts. */
public sealed interface ClassWeighting {
  /** {@code balanced}, or {@code a=1,b=3}. */
  Form<ClassWeighting> FORM = new WeightingForm();

  /** All classes the same in all, however many rows they have: n / (k nⱼ) for each of class j. */
  record Balanced() implements ClassWeighting {}

  /**
   * As the user says.
   *
   * @param weights by the names of the classes; the others count 1
   */
  record Table(Map<String, Double> weights) implements ClassWeighting {
    /** Copies the map, which keeps its order. */
    public Table {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /** Reads both. */
  record WeightingForm() implements Form<ClassWeighting> {
    private static final RealNumber WEIGHT = RealNumber.from(0).to(1e6);

    @Override
    public String wanted() {
      return "balanced, or weights such as a=1,b=3";
    }

    @Override
    public ClassWeighting read(String text) throws Misfit {
      if (text.equals("balanced")) {
        return new Balanced();
      }
      Map<String, Double> weights = new LinkedHashMap<>();
      for (String part : NameList.parts(text)) {
        int equal = part.lastIndexOf('=');
        if (equal < 1) {
          throw new Misfit("wants " + wanted());
        }
        String name = NameList.name(part.substring(0, equal));
        try {
          if (weights.put(name, WEIGHT.read(part.substring(equal + 1))) != null) {
            throw new Misfit("names a class twice; wants " + wanted());
          }
        } catch (Misfit e) {
          throw new Misfit(e.what().startsWith("names") ? e.what() : "wants " + wanted());
        }
      }
      return new Table(weights);
    }

    @Override
    public String written(ClassWeighting value) {
      return switch (value) {
        case Balanced balanced -> "balanced";
        case Table table -> {
          List<String> parts = new ArrayList<>();
          table
              .weights()
              .forEach(
                  (name, weight) -> parts.add(NameList.part(name) + "=" + WEIGHT.written(weight)));
          yield String.join(",", parts);
        }
      };
    }
  }
}

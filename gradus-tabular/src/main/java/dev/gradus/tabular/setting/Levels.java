package dev.gradus.tabular.setting;

import java.util.ArrayList;
import java.util.List;

/** Levels of quantiles, in rising order: {@code 0.1,0.5,0.9}. */
public record Levels() implements Form<List<Double>> {
  private static final RealNumber LEVEL = RealNumber.above(0).below(1);

  @Override
  public String wanted() {
    return "levels between 0 and 1 in rising order, such as 0.1,0.5,0.9";
  }

  @Override
  public List<Double> read(String text) throws Misfit {
    List<Double> levels = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        levels.add(LEVEL.read(part.strip()));
      } catch (Misfit e) {
        throw new Misfit("wants " + wanted());
      }
      int last = levels.size() - 1;
      if (last > 0 && !(levels.get(last - 1) < levels.get(last))) {
        throw new Misfit("wants " + wanted());
      }
    }
    return List.copyOf(levels);
  }

  @Override
  public String written(List<Double> levels) {
    return String.join(",", levels.stream().map(LEVEL::written).toList());
  }
}

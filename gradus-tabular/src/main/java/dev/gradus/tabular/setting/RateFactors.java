package dev.gradus.tabular.setting;

import dev.gradus.train.ParameterGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Groups of parameters with the factors of their learning rates: {@code b*=2,W1=0}. A block belongs
 * to the first group whose pattern fits.
 */
public record RateFactors() implements Form<List<ParameterGroup>> {
  private static final Form<Double> FACTOR = RealNumber.from(0).to(1e6);

  @Override
  public String wanted() {
    return "names of parameters with factors from 0 to 1e6, such as b*=2,W1=0";
  }

  @Override
  public List<ParameterGroup> read(String text) throws Misfit {
    List<ParameterGroup> groups = new ArrayList<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new Misfit("wants " + wanted());
      }
      groups.add(new ParameterGroup(pair.substring(0, equals), factor(pair.substring(equals + 1))));
    }
    return List.copyOf(groups);
  }

  private double factor(String text) throws Misfit {
    try {
      return FACTOR.read(text);
    } catch (Misfit e) {
      throw new Misfit("wants " + wanted());
    }
  }

  @Override
  public String written(List<ParameterGroup> groups) {
    return groups.stream()
        .map(group -> group.pattern() + "=" + FACTOR.written(group.factor()))
        .collect(Collectors.joining(","));
  }
}

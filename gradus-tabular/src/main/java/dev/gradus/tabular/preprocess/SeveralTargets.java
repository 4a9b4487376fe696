package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.table.ColumnKind;
import java.util.List;

/**
 * Several columns of numbers to predict at once, by one network.
 *
 * @param list two or more, each with a scale of its own
 */
public record SeveralTargets(List<RegressionTarget> list) implements Target {

  /** Copies the list. */
  public SeveralTargets {
    list = List.copyOf(list);
  }

  @Override
  public List<String> names() {
    return list.stream().map(RegressionTarget::name).toList();
  }

  /** All of them, with commas between. */
  @Override
  public String name() {
    return String.join(",", names());
  }

  @Override
  public Task task() {
    return Task.REGRESSION;
  }

  @Override
  public ColumnKind kind() {
    return ColumnKind.NUMBER;
  }
}

package dev.gradus.tabular.setting;

import dev.gradus.tabular.table.Quotation;
import java.util.ArrayList;
import java.util.List;

/** The widths of the hidden layers, first to last: {@code 16,32}. */
public record HiddenLayers() implements Form<List<Integer>> {
  /** The model file takes 1,024 entries: two for each hidden layer and one for the last. */
  private static final int MOST_LAYERS = 511;

  private static final WholeNumber UNITS = new WholeNumber(1, 1 << 24);

  @Override
  public String wanted() {
    return "the units of each hidden layer, such as 16,32";
  }

  @Override
  public List<Integer> read(String text) throws Misfit {
    String[] parts = text.split(",", -1);
    if (parts.length > MOST_LAYERS) {
      throw new Misfit(parts.length + " layers; wants at most " + MOST_LAYERS);
    }
    List<Integer> units = new ArrayList<>(parts.length);
    for (int i = 0; i < parts.length; i++) {
      units.add(units(i + 1, parts[i].strip()));
    }
    return List.copyOf(units);
  }

  @Override
  public String written(List<Integer> units) {
    return String.join(",", units.stream().map(String::valueOf).toList());
  }

  private static int units(int layer, String text) throws Misfit {
    try {
      return Math.toIntExact(UNITS.read(text));
    } catch (Misfit e) {
      throw new Misfit("layer " + layer + fault(text) + "; wants 1 to " + UNITS.to());
    }
  }

  private static String fault(String text) {
    if (text.isEmpty()) {
      return " is empty";
    }
    boolean number =
        text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(c -> c >= '0' && c <= '9');
    return number && !text.equals("-")
        ? " has " + Quotation.name(text) + " units"
        : ": " + Quotation.of(text) + " is not a whole number";
  }
}

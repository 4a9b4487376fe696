package dev.gradus.clinic;

import dev.gradus.layer.Block;
import dev.gradus.network.ParameterBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is seen of the ratios wrong / right, block by block: the first look of an expert. */
final class Ratios {
  /** Said where nothing is seen. */
  static final String NONE = "all components agree";

  private final Specimen specimen;
  private final double tolerance;
  private final Map<ParameterBlock, Double> ratios = new LinkedHashMap<>(); // NaN: no single one

  /** To a share of the greatest component of each block. */
  Ratios(Specimen specimen, double tolerance, double[] wrong, double[] right) {
    this.specimen = specimen;
    this.tolerance = tolerance;
    for (ParameterBlock part : specimen.network().layout()) {
      ratios.put(part, ratio(part, tolerance, wrong, right));
    }
  }

  /**
   * The number r with wrong = r · right in all of a block: by least squares, Σ wrong · right / Σ
   * right². NaN where there is none; 1 where both are 0.
   */
  static double ratio(ParameterBlock part, double tolerance, double[] wrong, double[] right) {
    double dot = 0;
    double square = 0;
    double greatest = 0;
    for (int i = part.offset(); i < part.offset() + part.size(); i++) {
      dot = Math.fma(wrong[i], right[i], dot);
      square = Math.fma(right[i], right[i], square);
      greatest = Math.max(greatest, Math.max(Math.abs(wrong[i]), Math.abs(right[i])));
    }
    double ratio = square == 0 ? 1 : dot / square;
    for (int i = part.offset(); i < part.offset() + part.size(); i++) {
      if (!(Math.abs(wrong[i] - ratio * right[i]) <= tolerance * greatest)) {
        return Double.NaN;
      }
    }
    return ratio;
  }

  /** One clause: {@code every ratio of W2, b2 is 16, the batch; the rest agrees}. */
  String describe() {
    List<ParameterBlock> wrong = blocks(false);
    if (wrong.isEmpty()) {
      return NONE;
    }
    String where = wrong.size() == ratios.size() ? "" : " of " + names(wrong);
    String rest = where.isEmpty() ? "" : "; the rest agrees";
    double first = ratios.getOrDefault(wrong.getFirst(), Double.NaN);
    if (wrong.stream().allMatch(part -> isNear(ratios.getOrDefault(part, Double.NaN), first))) {
      return "every ratio" + where + " is " + named(first) + rest;
    }
    boolean biases = wrong.stream().allMatch(part -> part.block().kind() == Block.Kind.BIAS);
    if (biases) {
      return "only biases differ: " + names(wrong);
    }
    return (where.isEmpty() ? "all blocks" : names(wrong)) + " differ, by no single ratio" + rest;
  }

  private List<ParameterBlock> blocks(boolean agreeing) {
    List<ParameterBlock> blocks = new ArrayList<>();
    ratios.forEach(
        (part, ratio) -> {
          if (isNear(ratio, 1) == agreeing) {
            blocks.add(part);
          }
        });
    return blocks;
  }

  private static String names(List<ParameterBlock> blocks) {
    return String.join(", ", blocks.stream().map(ParameterBlock::name).toList());
  }

  private boolean isNear(double a, double b) {
    return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  }

  /** {@code 16, the batch}. */
  private String named(double ratio) {
    int batch = specimen.batch();
    int outputs = specimen.target().columns();
    String number = String.format(Locale.ROOT, "%.6g", ratio).replaceFirst("\\.?0+$", "");
    if (isNear(ratio, batch)) {
      return number + ", the batch";
    }
    if (isNear(ratio, 1.0 / batch)) {
      return number + ", 1/batch";
    }
    if (isNear(ratio, outputs)) {
      return number + ", the number of outputs";
    }
    return number;
  }
}

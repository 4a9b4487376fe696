package dev.gradus.lab.room;

import dev.gradus.calculus.CheckListener;
import dev.gradus.calculus.Comparison;
import dev.gradus.calculus.Difference;
import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.Kink;
import dev.gradus.calculus.Objective;
import dev.gradus.calculus.StepSweep;
import dev.gradus.calculus.Verdict;
import dev.gradus.lab.http.Fields;
import dev.gradus.layer.Dense;
import dev.gradus.layer.Frame;
import dev.gradus.network.ParameterBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gradient of one parameter: what it is the sum of, and what the quotient says. */
final class WeightForm {
  private final Frozen frozen;
  private final ParameterBlock block;
  private final int row;
  private final int column;

  WeightForm(Frozen frozen, ParameterBlock block, int row, int column) {
    this.frozen = frozen;
    this.block = block;
    this.row = row;
    this.column = column;
  }

  Map<String, Object> write() {
    double[] theta = frozen.theta();
    int index = block.offset() + row * block.block().columns() + column;
    Objective objective = frozen.objective();
    Fields fields =
        new Fields()
            .put("name", Frozen.symbol(block))
            .put("row", row)
            .put("column", column)
            .number("value", theta[index]);
    verdict(fields, objective, theta, index);
    terms(fields);
    fields.put(
        "sweep",
        new Fields()
            .put("twoPoint", sweep(Difference.TWO_POINT, objective, theta, index))
            .put("fourPoint", sweep(Difference.FOUR_POINT, objective, theta, index))
            .map());
    return fields.map();
  }

  private static void verdict(Fields fields, Objective objective, double[] theta, int index) {
    int[] one = {index};
    Verdict verdict =
        GradientCheck.standard()
            .check(objective, theta, one, 1, CheckListener.silent())
            .verdicts()
            .getFirst();
    Comparison compared = verdict.comparison();
    fields
        .number("gradient", compared.analytic())
        .number("numeric", compared.numeric())
        .number("error", compared.error())
        .number("uncertainty", compared.uncertainty())
        .put("verdict", Verdicts.word(verdict))
        .put("kinks", Verdicts.kinks(verdict).stream().map(Kink::toString).toList());
  }

  /** dW[r, c] = Σₙ x[n, r] · dy[n, c]; db[c] = Σₙ dy[n, c]. */
  private void terms(Fields fields) {
    Frame frame = frozen.frames().get(block.layer());
    boolean dense = frozen.network().layers().get(block.layer()) instanceof Dense;
    if (!dense) {
      fields.nothing("formula").nothing("samples").put("penalty", 0.0).nothing("paths");
      return;
    }
    boolean weight = block.isWeight();
    String y = frozen.network().outputNames().get(block.layer());
    String x = block.layer() == 0 ? "x" : frozen.network().outputNames().get(block.layer() - 1);
    String delta = "d" + y + "[n, " + column + "]";
    List<Object> samples = new ArrayList<>();
    Paths paths = new Paths(frozen, block.layer());
    boolean known = paths.areKnown();
    for (int n = 0; n < frame.y().rows(); n++) {
      double input = weight ? frame.x().get(n, row) : 1;
      double dy = frame.dy().get(n, column);
      samples.add(
          new Fields()
              .put("sample", n)
              .number("input", input)
              .number("delta", dy)
              .number("term", input * dy)
              .map());
      if (known) {
        paths.add(n, column, input);
      }
    }
    double l2 = weight ? frozen.penalty().l2() : 0;
    double w = frame.theta(weight ? 0 : 1).get(row, column);
    String place = weight ? "[" + row + ", " + column + "]" : "[" + column + "]";
    fields
        .put(
            "formula",
            "d"
                + Frozen.symbol(block)
                + place
                + " = Σₙ "
                + (weight ? x + "[n, " + row + "] · " : "")
                + delta
                + (l2 > 0 ? " + l2 · " + Frozen.symbol(block) + place : ""))
        .put("samples", samples)
        .number("penalty", l2 * w);
    if (known) {
      paths.write(fields);
    } else {
      fields.nothing("paths").put("morePaths", 0).put("restOfPaths", 0.0);
    }
  }

  /** An error of 0 has no place on a logarithmic axis. */
  private static Map<String, Object> sweep(
      Difference difference, Objective objective, double[] theta, int index) {
    StepSweep sweep = StepSweep.decades(difference, 0, -12, 2);
    double[] errors = sweep.medianErrors(objective, theta, index);
    for (int i = 0; i < errors.length; i++) {
      errors[i] = errors[i] == 0 ? Double.NaN : errors[i];
    }
    return new Fields().put("steps", sweep.steps()).numbers("errors", errors).map();
  }
}

package dev.gradus.tabular.functions;

import dev.gradus.layer.Activation;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.SvgWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The page of all activations and losses: what the tables' own comments say, with a picture of each
 * function and its derivative, computed by the tables. A new constant is on it by being in a table.
 */
final class FunctionsPage {
  private static final int STEPS = 120;
  private static final double END = 4;

  private final Map<String, String> files = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder();

  private FunctionsPage() {}

  /** The files by their names below {@code docs/}. */
  static Map<String, String> files() {
    return new FunctionsPage().made();
  }

  private Map<String, String> made() {
    page.append("# Activations and losses\n\n");
    page.append("Made from the tables `Activation` and `StandardLoss` and their comments by\n");
    page.append("`FunctionsPageTest`; change it there.\n\n## Activations\n");
    for (Activation f : Activation.values()) {
      section(f.kind(), Docs.ofConstant("layer/Activation.java", f.name()), chart(f));
    }
    forms("### With a parameter", "layer");
    page.append("\n## Losses\n");
    for (StandardLoss loss : StandardLoss.values()) {
      String text = Docs.ofConstant("loss/StandardLoss.java", loss.name());
      section(loss.toString(), text, chart(loss));
    }
    forms("### With a parameter, or of several outputs", "loss");
    files.put("functions.md", page.toString());
    return files;
  }

  private void section(String name, String text, Chart chart) {
    String picture = "functions/" + name + ".svg";
    page.append("\n### ").append(name).append("\n\n").append(text);
    page.append("\n\n![").append(name).append(" and its derivative](");
    page.append(picture).append(")\n");
    files.put(picture, SvgWriter.write(chart));
  }

  private void forms(String title, String folder) {
    page.append('\n').append(title).append('\n');
    for (Docs.Form form : Docs.forms(folder)) {
      page.append("\n#### `").append(form.name()).append("`\n\n").append(form.text()).append('\n');
    }
  }

  private static Chart chart(Activation f) {
    return chart(f.kind(), "x", f.kinks(), f::value, x -> f.derivative(x, f.value(x)));
  }

  /** As a function of the prediction; softmax_ce of the first of two logits, the other 0. */
  private static Chart chart(StandardLoss loss) {
    boolean classes = loss == StandardLoss.SOFTMAX_CE;
    double target = target(loss);
    Matrix p = Compute.float64().matrix(1, classes ? 2 : 1);
    Matrix t = p.like(1, p.columns());
    Matrix gradient = p.like(1, p.columns());
    t.set(0, 0, target);
    double[] kinks = kinks(loss, p, t);
    return chart(
        loss + ", target " + String.format(Locale.ROOT, "%.0f", target),
        classes ? "first of two logits" : "prediction",
        kinks,
        x -> {
          p.set(0, 0, x);
          return loss.value(p, t);
        },
        x -> {
          p.set(0, 0, x);
          loss.evaluate(p, t, gradient);
          return gradient.get(0, 0);
        });
  }

  private static double target(StandardLoss loss) {
    return switch (loss) {
      case BCE, SOFTMAX_CE, HINGE -> 1;
      case POISSON -> 2;
      default -> 0;
    };
  }

  /** Where the distances from the kinks are 0, at p = 0 they are −kink. */
  private static double[] kinks(StandardLoss loss, Matrix p, Matrix t) {
    DoubleStream.Builder kinks = DoubleStream.builder();
    loss.value(p, t, (row, unit, distance) -> kinks.add(-distance));
    return kinks.build().toArray();
  }

  private static Chart chart(
      String title,
      String label,
      double[] kinks,
      DoubleUnaryOperator f,
      DoubleUnaryOperator slope) {
    double[] xs = points(kinks);
    return Chart.titled(title)
        .xAxis(label)
        .line("f", xs, Arrays.stream(xs).map(f).toArray())
        .line("f′", xs, Arrays.stream(xs).map(slope).toArray());
  }

  /**
   * Evenly from −4 to 4; at a kink the line is broken.
   *
   * @param kinks ascending
   */
  private static double[] points(double[] kinks) {
    DoubleStream.Builder xs = DoubleStream.builder();
    int passed = 0;
    for (int i = 0; i <= STEPS; i++) {
      double x = 2 * END * i / STEPS - END;
      for (; passed < kinks.length && kinks[passed] <= x; passed++) {
        xs.add(Math.nextDown(kinks[passed])).add(Double.NaN).add(Math.nextUp(kinks[passed]));
      }
      if (passed == 0 || x > kinks[passed - 1]) {
        xs.add(x);
      }
    }
    return xs.build().toArray();
  }
}

package dev.gradus.tabular.report;

import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.SvgWriter;
import dev.gradus.tabular.metric.Calibration;
import dev.gradus.tabular.model.Evaluation;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Predictions beside what came true: numbers as clouds of points, classes as they were mixed up.
 */
final class AnswersSection {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 330;

  /** Points that a picture of this size can show. */
  private static final int MOST_POINTS = 5000;

  private AnswersSection() {}

  static void add(ReportData.Part part, Html page) {
    for (ReportData.Answers answers : part.answers()) {
      switch (answers) {
        case ReportData.Answers.Values values -> values(part, values, page);
        case ReportData.Answers.Classes classes -> classes(part, classes, page);
      }
    }
  }

  private static void heading(ReportData.Part part, String what, String target, Html page) {
    page.raw("<section><h2>").text(what).raw(" <span>").user(target);
    page.text(", " + part.name()).line("</span></h2>");
  }

  private static void values(ReportData.Part part, ReportData.Answers.Values values, Html page) {
    heading(part, "Predicted and actual", values.target(), page);
    int n = values.actual().length;
    int shown = Math.min(n, MOST_POINTS);
    int[] rows = IntStream.range(0, shown).map(i -> (int) ((long) i * n / shown)).toArray();
    double[] actual = Arrays.stream(rows).mapToDouble(row -> values.actual()[row]).toArray();
    double[] predicted = Arrays.stream(rows).mapToDouble(row -> values.predicted()[row]).toArray();
    double low = Math.min(least(actual), least(predicted));
    double high = Math.max(greatest(actual), greatest(predicted));
    Chart against =
        Chart.titled("Predicted against actual")
            .xAxis("actual")
            .yAxis("predicted")
            .points("rows", actual, predicted)
            .line("exact", new double[] {low, high}, new double[] {low, high});
    double[] residuals = new double[shown];
    Arrays.setAll(residuals, i -> actual[i] - predicted[i]);
    double[] ends = {least(predicted), greatest(predicted)};
    Chart left =
        Chart.titled("Residuals")
            .xAxis("predicted")
            .yAxis("actual − predicted")
            .points("rows", predicted, residuals)
            .line("exact", ends, new double[] {0, 0});
    page.line("<div class=\"side cloud\">").raw(picture(against)).raw(picture(left)).line("</div>");
    if (shown < n) {
      page.note(Figure.count(shown) + " of " + Figure.count(n) + " rows are drawn.");
    }
    page.end();
  }

  private static String picture(Chart chart) {
    return SvgWriter.inline(chart, WIDTH, HEIGHT);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElse(1);
  }

  private static void classes(ReportData.Part part, ReportData.Answers.Classes classes, Html page) {
    if (!(part.evaluation() instanceof Evaluation.Classification of)) {
      return;
    }
    heading(part, "Classes", classes.target(), page);
    page.line("<div class=\"side\">");
    ConfusionTable.add(of.metrics().confusion(), classes.classes(), page);
    page.raw(calibration(of.metrics().calibration())).line("</div>");
    page.raw("<p class=\"note\">Calibration: of the rows for which it says ");
    if (classes.classes().size() == 2) {
      page.user(classes.classes().get(1)).raw(" with a probability of 0.7");
    } else {
      page.raw("its class with a probability of 0.7");
    }
    page.line(", 70 % should be so. 10 bins of equal width.</p>");
    page.end();
  }

  private static String calibration(Calibration calibration) {
    double[] predicted = calibration.bins().stream().mapToDouble(bin -> bin.predicted()).toArray();
    double[] actual = calibration.bins().stream().mapToDouble(bin -> bin.actual()).toArray();
    Chart chart =
        Chart.titled("Calibration")
            .xAxis("predicted probability")
            .yAxis("share that came true")
            .line("model", predicted, actual)
            .line("perfect", new double[] {0, 1}, new double[] {0, 1})
            .points("bins", predicted, actual);
    return picture(chart);
  }
}

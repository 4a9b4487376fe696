package dev.gradus.tabular.report;

import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.SvgWriter;
import dev.gradus.train.TrainingEvent.EpochEnded;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The losses, epoch by epoch. */
final class CurveSection {
  /** From this ratio of the highest to the lowest on, the axis is logarithmic. */
  private static final double WIDE = 20;

  private CurveSection() {}

  static void add(ReportData data, Html page) {
    List<EpochEnded> epochs = data.epochs();
    if (epochs.size() < 2) {
      return;
    }
    double[] at = epochs.stream().mapToDouble(EpochEnded::epoch).toArray();
    double[] training = epochs.stream().mapToDouble(EpochEnded::trainingLoss).toArray();
    double[] validation =
        epochs.stream().mapToDouble(epoch -> epoch.validationLoss().orElse(Double.NaN)).toArray();
    Chart chart = Chart.titled("Learning curves").xAxis("epoch");
    chart = isWide(training, validation) ? chart.logYAxis("loss") : chart.yAxis("loss");
    chart = chart.line("training", at, training);
    int best = best(validation);
    if (best >= 0) {
      chart =
          chart
              .line("validation", at, validation)
              .points(
                  "lowest, epoch " + epochs.get(best).epoch(),
                  new double[] {at[best]},
                  new double[] {validation[best]});
    }
    page.section("Learning curves");
    page.raw("<div class=\"wide\">").raw(SvgWriter.inline(chart.withoutTitle(), 920, 300));
    page.line("</div>");
    page.note(
        "Mean losses of the rows, without penalties; the training loss is taken"
            + " while the weights still move, with dropout if there is any.");
    page.end();
  }

  private static boolean isWide(double[] training, double[] validation) {
    double[] all =
        DoubleStream.concat(Arrays.stream(training), Arrays.stream(validation))
            .filter(Double::isFinite)
            .toArray();
    double low = Arrays.stream(all).min().orElse(1);
    return low > 0 && Arrays.stream(all).max().orElse(1) > WIDE * low;
  }

  private static int best(double[] validation) {
    int best = -1;
    for (int i = 0; i < validation.length; i++) {
      if (Double.isFinite(validation[i]) && (best < 0 || validation[i] < validation[best])) {
        best = i;
      }
    }
    return best;
  }
}

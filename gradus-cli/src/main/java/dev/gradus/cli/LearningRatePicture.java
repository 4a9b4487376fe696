package dev.gradus.cli;

import dev.gradus.error.Location;
import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.ChartFiles;
import dev.gradus.tabular.setting.RealNumber;
import dev.gradus.train.LearningRateFinder;
import dev.gradus.train.LearningRateFinder.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The answer of {@code gradus train … --find-learning-rate}: a suggestion, and why. */
final class LearningRatePicture {
  private LearningRatePicture() {}

  /**
   * Tells, and draws.
   *
   * @param model whose name, without its ending, the picture's begins with
   */
  static void show(LearningRateFinder.Sweep sweep, Path model, Terminal terminal, Page page) {
    List<Point> points = sweep.points();
    page.say("");
    if (sweep.suggestion().isPresent()) {
      String rate = String.format(Locale.ROOT, "%.2g", sweep.suggestion().getAsDouble());
      page.say("suggested: --learning-rate %s", RealNumber.shown(Double.parseDouble(rate)));
      page.say("a tenth of the rate at which the smoothed loss was lowest");
      page.put("suggestion", Double.parseDouble(rate));
    } else {
      page.say("no suggestion: the loss never fell");
    }
    page.put("rates", points.stream().map(Point::rate).toList());
    page.put("losses", points.stream().map(Point::loss).toList());
    String stem = String.valueOf(model.getFileName()).replaceFirst("\\.gradus$", "");
    Path folder = model.toAbsolutePath().getParent();
    ChartFiles written =
        ChartFiles.write(
            folder == null ? Path.of("") : folder, stem + "-learning-rate", chart(points));
    List<String> names = written.files().stream().map(file -> shown(file, model)).toList();
    names.forEach(file -> page.say("%s", Shown.escaped(file)));
    written.warnings().forEach(warning -> terminal.warn("picture.png", Location.of(""), warning));
    page.put("pictures", names);
    page.finish();
  }

  private static String shown(Path file, Path model) {
    return model.resolveSibling(String.valueOf(file.getFileName())).toString();
  }

  private static Chart chart(List<Point> points) {
    double[] x = column(points, point -> StrictMath.log10(point.rate()));
    return Chart.titled("Loss against learning rate")
        .xAxis("log10 of the learning rate")
        .logYAxis("loss")
        .line("loss", x, column(points, Point::loss))
        .line("smoothed", x, column(points, Point::smoothed));
  }

  private static double[] column(List<Point> points, ToDoubleFunction<Point> of) {
    return points.stream().mapToDouble(of).toArray();
  }
}

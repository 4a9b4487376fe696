package dev.gradus.tabular.chart;

import dev.gradus.tabular.file.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of a chart on disk.
 *
 * @param files those that were written, complete
 * @param warnings what a reader of the pictures has to know, each a line for the user: a picture
 *     that could not be painted, points that are not shown
 */
public record ChartFiles(List<Path> files, List<String> warnings) {

  /** Copies both lists. */
  public ChartFiles {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * Writes {@code NAME.svg} and {@code NAME.png} into a folder. Each file is there as a whole or
   * not at all, whenever the process ends; an older one of that name is replaced. Where PNG cannot
   * be painted there is a warning instead, and the SVG all the same.
   *
   * @param folder made where it is missing
   * @param name of the files, without ending
   * @throws IllegalArgumentException if the name is empty or names another folder
   * @throws dev.gradus.error.FileException if the folder or a file cannot be created or written
   */
  public static ChartFiles write(Path folder, String name, Chart chart) {
    return write(folder, name, chart, PngWriter.write(chart));
  }

  static ChartFiles write(Path folder, String name, Chart chart, Png png) {
    Path svgFile = folder.resolve(checked(name) + ".svg");
    Path pngFile = folder.resolve(name + ".png");
    List<Path> files = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    AtomicFile.makeFolder(folder);
    AtomicFile.write(svgFile, SvgWriter.write(chart).getBytes(StandardCharsets.UTF_8));
    files.add(svgFile);
    switch (png) {
      case Png.Image image -> {
        AtomicFile.write(pngFile, image.bytes());
        files.add(pngFile);
      }
      case Png.Unavailable none ->
          warnings.add(pngFile + ": not written, " + none.reason() + "; " + svgFile + " is there");
    }
    for (Series series : chart.series()) {
      addOmissions(chart, series, svgFile, warnings);
    }
    return new ChartFiles(files, warnings);
  }

  private static String checked(String name) {
    boolean control = name.chars().anyMatch(Character::isISOControl);
    if (name.isBlank() || control || name.contains("/") || name.contains("\\")) {
      throw new IllegalArgumentException(
          "\"" + DisplayText.line(name, 40) + "\": a file name without folder is wanted");
    }
    return name;
  }

  private static void addOmissions(Chart chart, Series series, Path file, List<String> warnings) {
    int infinite = 0;
    int low = 0;
    for (int i = 0; i < series.size(); i++) {
      boolean finite = Double.isFinite(series.x(i)) && Double.isFinite(series.y(i));
      infinite += finite ? 0 : 1;
      low += finite && !chart.shows(series, i) ? 1 : 0;
    }
    String where = file + ": series \"" + DisplayText.line(series.name(), 40) + "\": ";
    if (infinite > 0) {
      warnings.add(where + infinite + " of " + series.size() + " points are not finite: gaps");
    }
    if (low > 0) {
      warnings.add(
          where + low + " of " + series.size() + " points are not above 0: not on a log axis");
    }
  }
}

package dev.gradus.tabular.chart;

import java.awt.AWTError;
import java.util.function.Function;

/**
 * A chart as a PNG picture, painted by XChart with the ranges, ticks, labels and colours of {@link
 * SvgWriter}; two pixels for each of the SVG's, for sharp print. Text is drawn with the fonts of
 * the machine, so the bytes differ from one machine to another.
 */
public final class PngWriter {

  /** Pixels of the picture for each unit of the layout. */
  static final int SCALE = 2;

  private PngWriter() {}

  /**
   * Paints the chart; where that is impossible on this machine the answer says why.
   *
   * <p>No display is needed. Without fonts or without the native libraries of AWT Java throws
   * linkage errors, internal errors and plain runtime exceptions: all of these become {@link
   * Png.Unavailable}. A lack of memory is not among them.
   */
  public static Png write(Chart chart) {
    return write(chart, XChartPainter::paint);
  }

  static Png write(Chart chart, Function<Chart, Png.Image> painter) {
    try {
      return painter.apply(chart);
    } catch (LinkageError | InternalError | RuntimeException e) {
      return unavailable(e);
    } catch (Error e) {
      // Asked only now: where there is no AWT at all, the name of its error cannot be resolved.
      if (e instanceof AWTError) {
        return unavailable(e);
      }
      throw e;
    }
  }

  private static Png unavailable(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "" : ": " + root.getMessage();
    return new Png.Unavailable(
        DisplayText.line(root.getClass().getSimpleName() + message, 200).strip());
  }
}

package dev.gradus.tabular.chart;

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
   * <p>No display is needed. Without fonts Java throws a plain {@link Error} or an {@link
   * InternalError}, without the native libraries of AWT a {@link LinkageError}, without the module
   * {@code java.desktop} a {@link NoClassDefFoundError}, with a display that does not answer an
   * {@code AWTError}: all that is thrown becomes {@link Png.Unavailable}, but for a lack of memory
   * or of stack.
   */
  public static Png write(Chart chart) {
    // A lambda, not a method reference: that would load the painter, and with it AWT, out here.
    return write(chart, one -> XChartPainter.paint(one));
  }

  static Png write(Chart chart, Function<Chart, Png.Image> painter) {
    try {
      return painter.apply(chart);
    } catch (RuntimeException | Error e) {
      if (e instanceof VirtualMachineError && !(e instanceof InternalError)) {
        throw e;
      }
      return unavailable(e);
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

package dev.gradus.tabular.chart;

/** What became of painting a PNG picture. */
public sealed interface Png permits Png.Image, Png.Unavailable {

  /** A picture. */
  final class Image implements Png {
    private final byte[] bytes;
    private final int width;
    private final int height;

    /** Takes the array as its own. */
    Image(byte[] bytes, int width, int height) {
      this.bytes = bytes;
      this.width = width;
      this.height = height;
    }

    /** The PNG file, as a copy. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** In pixels. */
    public int width() {
      return width;
    }

    /** In pixels. */
    public int height() {
      return height;
    }
  }

  /**
   * There is none: this machine has no fonts, or this Java cannot paint.
   *
   * @param reason what the system said, in one line
   */
  record Unavailable(String reason) implements Png {}
}

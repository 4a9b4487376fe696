package dev.gradus.tabular.chart;

/** The text of an SVG document as it grows; all that is not markup of ours is escaped here. */
final class SvgText {
  private final StringBuilder out = new StringBuilder(4096);
  private String element = "";

  SvgText line(String markup) {
    out.append(markup).append('\n');
    return this;
  }

  /** Begins a start tag, to be ended by {@link #inside}, {@link #closed} or {@link #text}. */
  SvgText open(String name) {
    element = name;
    out.append('<').append(name);
    return this;
  }

  /** Begins a text whose baseline has this place. */
  SvgText textAt(double x, double y) {
    return open("text").attribute("x", x).attribute("y", y);
  }

  SvgText attribute(String name, CharSequence value) {
    out.append(' ').append(name).append("=\"");
    out.append(DisplayText.xml(value.toString())).append('"');
    return this;
  }

  SvgText attribute(String name, double value) {
    return attribute(name, number(value));
  }

  void inside() {
    out.append(">\n");
  }

  void closed() {
    out.append("/>\n");
  }

  void text(String text) {
    out.append('>').append(DisplayText.xml(text));
    close(element);
  }

  void close(String name) {
    out.append("</").append(name).append(">\n");
  }

  /** A coordinate: rounded to two decimals, without trailing zeros, never in powers of ten. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    long size = Math.abs(hundredths);
    StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "").append(size / 100);
    long rest = size % 100;
    if (rest != 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

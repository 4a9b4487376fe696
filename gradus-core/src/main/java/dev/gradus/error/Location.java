package dev.gradus.error;

/**
 * Where something is wrong: a file or flag as the user gave it, and where in it.
 *
 * @param place the file or the flag with its value, e.g. {@code d.csv} or {@code --epochs 0}; may
 *     be empty
 * @param line counted from 1; 0 where there is none
 * @param column counted from 1; 0 where there is none
 * @param name the column's name; empty where there is none
 */
public record Location(String place, long line, int column, String name) {

  /** A whole file, or a flag. */
  public static Location of(String place) {
    return new Location(place, 0, 0, "");
  }

  /** A line of a file. */
  public static Location line(String place, long line) {
    return new Location(place, line, 0, "");
  }

  /** A cell of a table. */
  public static Location cell(String place, long line, int column, String name) {
    return new Location(place, line, column, name);
  }

  /** {@code d.csv: line 3, column 2 (b)}, as far as it is known. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(place);
    if (line > 0) {
      text.append(text.isEmpty() ? "" : ": ").append("line ").append(line);
      if (column > 0) {
        text.append(", column ").append(column);
        if (!name.isEmpty()) {
          text.append(" (").append(name).append(')');
        }
      }
    }
    return text.toString();
  }
}

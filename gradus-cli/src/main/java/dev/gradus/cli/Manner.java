package dev.gradus.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.List;

/**
 * How the user wants to be spoken to.
 *
 * @param json errors, warnings and answers for programs
 * @param quiet no progress
 * @param strict warnings are errors
 * @param debug stack traces with errors
 * @param columns width of the terminal that standard error is; 0 where it is none
 */
record Manner(boolean json, boolean quiet, boolean strict, boolean debug, int columns) {
  private static final int USUAL_COLUMNS = 80;

  /** Plain text to a file or a pipe. */
  static final Manner PLAIN = new Manner(false, false, false, false, 0);

  /** The manner that the words of the command line ask for, before they are understood. */
  static Manner of(String[] words, int columns) {
    List<String> all = Arrays.asList(words);
    int end = all.indexOf("--");
    List<String> flags = end < 0 ? all : all.subList(0, end);
    return new Manner(
        flags.contains("--json"),
        flags.contains("--quiet"),
        flags.contains("--strict"),
        flags.contains("--debug"),
        columns);
  }

  /**
   * The width of the terminal behind standard error, 0 where it is none. The launcher knows and
   * says so in {@code gradus.columns}; Java itself can only tell for standard input and output
   * together.
   */
  @SuppressWarnings("SystemConsoleNull") // its type says that it may be null
  static int columnsOfProcess() {
    String known = System.getProperty("gradus.columns");
    if (known == null) {
      Console console = System.console();
      return console != null && console.isTerminal() ? USUAL_COLUMNS : 0;
    }
    int columns = known.matches("[0-9]{1,4}") ? Integer.parseInt(known) : 0;
    return columns > 0 ? columns : USUAL_COLUMNS;
  }

  /** Whether standard error is a terminal. */
  boolean isTerminal() {
    return columns > 0;
  }
}

package dev.gradus.cli;

import java.util.function.Function;

/** One command of {@code gradus}. It declares its settings in its constructor and then runs. */
interface Command {

  /**
   * Does the work: results to {@link Terminal#out}, progress and warnings through the terminal.
   *
   * @return {@link ExitStatus#DONE}, or {@link ExitStatus#NO} where the answer is no; everything
   *     else is thrown
   */
  ExitStatus run(Terminal terminal);

  /**
   * A command's line in the table of commands. Only the one that the user asked for is made.
   *
   * @param name as the user types it
   * @param summary one line for the help
   * @param maker its constructor
   */
  record Entry(String name, String summary, Function<Settings, Command> maker) {
    /** What the user may set, to be told rather than run. */
    Settings settings() {
      Settings settings = new Settings();
      Command _ = maker.apply(settings);
      return settings;
    }
  }
}

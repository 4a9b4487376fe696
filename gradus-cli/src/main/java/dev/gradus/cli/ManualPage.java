package dev.gradus.cli;

import java.util.List;

/** Manual pages for {@code man}, made of what the commands declare. */
final class ManualPage {
  private static final String SEE_ALSO = ".SH SEE ALSO\n.BR gradus (1)\n"; // which lists the others

  private final StringBuilder page = new StringBuilder();

  private ManualPage(String name, String summary, String version) {
    String title = name.replace(' ', '-');
    page.append(".TH \"").append(roff(title)).append("\" 1 \"\" \"gradus ").append(version);
    page.append("\" \"Gradus\"\n.SH NAME\n").append(roff(title)).append(" \\- ");
    page.append(roff(summary)).append('\n');
  }

  /** The page of the program, which lists the commands. */
  static String program(List<Command.Entry> commands, String version) {
    ManualPage page =
        new ManualPage("gradus", "multilayer perceptrons, every gradient proven", version);
    page.section("SYNOPSIS", "gradus COMMAND [FLAGS] [ARGUMENTS]");
    page.page.append(".SH COMMANDS\n");
    for (Command.Entry entry : commands) {
      page.item("\\fB" + roff("gradus-" + entry.name()) + "\\fR(1)", entry.summary());
    }
    page.page.append(".SH EXIT STATUS\n");
    for (ExitStatus status : ExitStatus.values()) {
      page.item(Integer.toString(status.code()), words(status));
    }
    return page.page.toString();
  }

  private static String words(ExitStatus status) {
    return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** The page of one command. */
  static String command(Command.Entry entry, String version) {
    Settings settings = entry.settings();
    String name = "gradus " + entry.name();
    ManualPage page = new ManualPage(name, entry.summary(), version);
    page.section("SYNOPSIS", Usage.synopsis(name, settings));
    page.page.append(".SH OPTIONS\n");
    for (Setting<?> setting : settings.all()) {
      String label =
          setting.kind() == Setting.Kind.FLAG ? " \\fI" + roff(setting.label()) + "\\fR" : "";
      page.item("\\fB" + roff(setting.name()) + "\\fR" + label, Usage.description(setting));
    }
    return page.page.append(SEE_ALSO).toString();
  }

  private void section(String heading, String text) {
    page.append(".SH ").append(heading).append('\n').append(roff(text)).append('\n');
  }

  private void item(String term, String text) {
    page.append(".TP\n").append(term).append('\n').append(roff(text)).append('\n');
  }

  /** Text as it is: a backslash, a hyphen and a dot at a line's beginning mean something there. */
  private static String roff(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}

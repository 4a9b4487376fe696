package dev.gradus.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What picocli is told about a command, and the help that it writes from that. */
final class Usage {
  private static final int WIDTH = 100;

  private Usage() {}

  /** Stands for {@code --}: no shell can give it, so that no value is taken for it. */
  static final String END_OF_FLAGS = "\0";

  /** A parser for the settings: all values as text, all flags as often as they come. */
  static CommandLine parser(String name, String summary, Settings settings) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(plain(summary)).width(WIDTH).sortOptions(false);
    for (Setting<?> setting : settings.all()) {
      switch (setting.kind()) {
        case FLAG -> spec.addOption(option(setting).arity("1").paramLabel(setting.label()).build());
        case TOGGLE -> spec.addOption(option(setting).arity("0").build());
        case ARGUMENT -> {}
      }
    }
    List<Setting<?>> arguments = settings.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      spec.addPositional(positional(arguments.get(i), i));
    }
    return new CommandLine(spec)
        .setEndOfOptionsDelimiter(END_OF_FLAGS)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
  }

  private static OptionSpec.Builder option(Setting<?> setting) {
    OptionSpec.Builder option = OptionSpec.builder(setting.name());
    if (setting.name().equals("--help")) {
      option.names("-h", "--help");
    }
    Class<?> type = setting.kind() == Setting.Kind.TOGGLE ? boolean.class : String.class;
    return option.type(type).description(description(setting)).required(false);
  }

  private static PositionalParamSpec positional(Setting<?> setting, int place) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(place))
        .arity("0..1")
        .hideParamSyntax(true)
        .type(String.class)
        .paramLabel(setting.name())
        .description(description(setting))
        .build();
  }

  /** What it is, what may be given, and what holds where nothing is given. */
  static String description(Setting<?> setting) {
    StringBuilder text = new StringBuilder(setting.description());
    if (setting.kind() == Setting.Kind.FLAG) {
      if (!setting.form().wanted().startsWith("a value")) {
        text.append("; ").append(setting.form().wanted());
      }
      String standard = standard(setting);
      text.append(standard.isEmpty() ? "" : " (default: " + standard + ")");
      text.append(setting.required() ? " (required)" : "");
    }
    return text.toString();
  }

  private static <T> String standard(Setting<T> setting) {
    return setting.given().map(setting.form()::written).orElse("");
  }

  /** In a header, not in a flag's description, picocli takes a percent sign for a format. */
  private static String plain(String text) {
    return text.replace("%", "%%");
  }

  /** {@code gradus train [FLAGS] DATA.csv --target COLUMN}. */
  static String synopsis(String name, Settings settings) {
    StringBuilder line = new StringBuilder(name).append(" [FLAGS]");
    for (Setting<?> setting : settings.arguments()) {
      line.append(' ').append(setting.required() ? setting.name() : "[" + setting.name() + "]");
    }
    for (Setting<?> setting : settings.all()) {
      if (setting.kind() == Setting.Kind.FLAG && setting.required()) {
        line.append(' ').append(setting.name()).append(' ').append(setting.label());
      }
    }
    return line.toString();
  }

  /** The whole help of a command. */
  static String help(String name, String summary, Settings settings) {
    CommandLine parser = parser(name, summary, settings);
    parser.getCommandSpec().usageMessage().customSynopsis(plain(synopsis(name, settings)));
    return parser.getUsageMessage();
  }
}

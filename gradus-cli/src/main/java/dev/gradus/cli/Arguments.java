package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.NearestName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words after the command, taken apart by picocli and put into the settings. */
final class Arguments {
  private final String command;
  private final Settings settings;
  private final CommandLine parser;

  Arguments(String command, Settings settings) {
    this.command = command;
    this.settings = settings;
    this.parser = Usage.parser(command, "", settings);
  }

  /**
   * Fills the settings.
   *
   * @throws ConfigException at the first word that does not fit
   */
  void read(List<String> words) {
    ParseResult result = parsed(words);
    for (Setting<?> setting : settings.all()) {
      for (String text : texts(result, setting, words)) {
        setting.take(text);
      }
    }
    settings.all().stream()
        .filter(setting -> setting.name().equals(ConfigFile.FLAG))
        .filter(Setting::isGiven)
        .findFirst()
        .ifPresent(file -> ConfigFile.read((String) file.value()).into(settings.configurable()));
    settings.all().stream().filter(this::isMissing).findFirst().ifPresent(this::refuseMissing);
  }

  private ParseResult parsed(List<String> words) {
    try {
      return parser.parseArgs(ended(words).toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().getFirst());
    } catch (MissingParameterException e) {
      throw withoutValue(e.getMissing().getFirst());
    } catch (ParameterException e) {
      throw misused(e, words);
    }
  }

  /** A word {@code --} ends the flags; after an = it is a value like any other. */
  private static List<String> ended(List<String> words) {
    List<String> ended = new ArrayList<>(words);
    int end = words.indexOf("--");
    if (end >= 0) {
      ended.set(end, Usage.END_OF_FLAGS);
    }
    return ended;
  }

  /** The texts given for a setting: none or one. */
  private List<String> texts(ParseResult result, Setting<?> setting, List<String> words) {
    if (setting.kind() == Setting.Kind.ARGUMENT) {
      return result.matchedPositionals().stream()
          .filter(p -> p.paramLabel().equals(setting.name()))
          .flatMap(p -> p.originalStringValues().stream())
          .toList();
    }
    OptionSpec option = result.matchedOption(setting.name());
    if (option == null) {
      return List.of();
    }
    List<String> texts = option.originalStringValues();
    if (texts.size() > 1) {
      throw twice(setting, texts);
    }
    String text = texts.getFirst();
    boolean joined = words.contains(setting.name() + "=" + text);
    if (setting.kind() == Setting.Kind.FLAG && text.startsWith("--") && !joined) {
      throw withoutValue(option); // a mistyped flag is no value
    }
    return texts;
  }

  private static ConfigException twice(Setting<?> setting, List<String> texts) {
    String times = texts.size() == 2 ? "twice" : texts.size() + " times";
    String last = Shown.value(texts.getLast());
    List<String> others = texts.subList(0, texts.size() - 1).stream().map(Shown::value).toList();
    String values = " (" + String.join(", ", others) + " and " + last + ")";
    String what = "given " + times + (setting.kind() == Setting.Kind.TOGGLE ? "" : values);
    return new ConfigException("flag.twice", Location.of(setting.name()), what);
  }

  private ConfigException unknown(String word) {
    if (word.startsWith("-") && word.length() > 1) {
      String flag = word.replaceFirst("=.*", "");
      return unknownFlag(flag, settings, command);
    }
    return new ConfigException(
        "argument.extra",
        Location.of(command),
        Shown.quoted(word) + " is one argument too many; wants " + wantedArguments(),
        command + " --help");
  }

  /** {@code --epoch: unknown; did you mean --epochs?}, or a hint at the help. */
  static ConfigException unknownFlag(String flag, Settings settings, String command) {
    List<String> known =
        settings.all().stream()
            .filter(s -> s.kind() != Setting.Kind.ARGUMENT)
            .map(s -> s.name())
            .toList();
    String question = NearestName.question(flag, known);
    String hint = question.isEmpty() ? command + " --help" : null;
    return new ConfigException(
        "flag.unknown", Location.of(Shown.value(flag)), "unknown" + question, hint);
  }

  private String wantedArguments() {
    List<String> names = settings.arguments().stream().map(s -> s.name()).toList();
    return names.isEmpty() ? "flags only" : String.join(" ", names);
  }

  private ConfigException withoutValue(ArgSpec spec) {
    String name = spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    String wanted =
        settings.all().stream()
            .filter(s -> s.name().equals(name))
            .map(s -> s.form().inShort())
            .findFirst()
            .orElse("a value");
    return new ConfigException("flag.value_missing", Location.of(name), "wants " + wanted);
  }

  /** What picocli refuses besides: a toggle with a value, which it tells in words alone. */
  private ConfigException misused(ParameterException e, List<String> words) {
    for (Setting<?> setting : settings.all()) {
      boolean toggle = setting.kind() == Setting.Kind.TOGGLE;
      if (toggle && words.stream().anyMatch(word -> word.startsWith(setting.name() + "="))) {
        return new ConfigException("flag.value", Location.of(setting.name()), "takes no value");
      }
    }
    String what = String.valueOf(e.getMessage());
    return new ConfigException("flag.value", Location.of(command), what, command + " --help");
  }

  private boolean isMissing(Setting<?> setting) {
    return setting.required() && !setting.isGiven();
  }

  private void refuseMissing(Setting<?> setting) {
    if (setting.kind() == Setting.Kind.ARGUMENT) {
      String what = "wants " + wantedArguments();
      throw new ConfigException(
          "argument.missing", Location.of(command), what, command + " --help");
    }
    throw new ConfigException(
        "flag.missing", Location.of(setting.name()), "missing; wants " + setting.form().inShort());
  }
}

package dev.gradus.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completion for shells, made of what the commands declare. */
final class Completion {
  private final Map<String, Settings> commands = new LinkedHashMap<>();
  private final List<Command.Entry> entries;

  Completion(List<Command.Entry> entries) {
    this.entries = entries;
    for (Command.Entry entry : entries) {
      commands.put(entry.name(), entry.settings());
    }
  }

  private static List<Setting<?>> flags(Settings settings) {
    List<Setting<?>> flags = new ArrayList<>(settings.all());
    flags.removeIf(setting -> setting.kind() == Setting.Kind.ARGUMENT);
    return flags;
  }

  /** For bash: commands, then flags, values of closed lists, and files. */
  String bash() {
    StringBuilder text = new StringBuilder("# bash completion for gradus\n_gradus() {\n");
    text.append("  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words=\n");
    text.append("  COMPREPLY=()\n  if ((COMP_CWORD == 1)); then\n");
    text.append("    words='")
        .append(String.join(" ", commands.keySet()))
        .append(" --help --version'\n");
    text.append("  else\n    case \"$command ${COMP_WORDS[COMP_CWORD-1]}\" in\n");
    commands.forEach((name, settings) -> bashValues(name, settings, text));
    text.append("    esac\n    if [[ -z $words && $word == -* ]]; then\n      case $command in\n");
    commands.forEach(
        (name, settings) -> {
          List<String> flags = flags(settings).stream().map(s -> s.name()).toList();
          text.append("        ").append(name).append(") words='");
          text.append(String.join(" ", flags)).append("' ;;\n");
        });
    return text.append("      esac\n    fi\n  fi\n")
        .append(
            "  [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n")
        .append("}\ncomplete -o default -F _gradus gradus\n")
        .toString();
  }

  private static void bashValues(String command, Settings settings, StringBuilder text) {
    for (Setting<?> flag : flags(settings)) {
      List<String> values = flag.form().names();
      if (!values.isEmpty()) {
        text.append("      '").append(command).append(' ').append(flag.name()).append("') words='");
        text.append(String.join(" ", values)).append("' ;;\n");
      }
    }
  }

  /** For zsh, with the descriptions. */
  String zsh() {
    StringBuilder text = new StringBuilder("#compdef gradus\n_gradus() {\n  local -a commands=(\n");
    for (Command.Entry entry : entries) {
      String line = entry.name() + ":" + escaped(entry.summary());
      text.append("    ").append(quoted(line)).append('\n');
    }
    text.append(
        "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n");
    text.append("  local command=$words[2]\n  shift words\n  ((CURRENT--))\n  case $command in\n");
    commands.forEach(
        (name, settings) -> {
          text.append("    ").append(name).append(") _arguments");
          for (Setting<?> flag : flags(settings)) {
            text.append(" \\\n      ").append(quoted(zshFlag(flag)));
          }
          text.append(" \\\n      '*:file:_files' ;;\n");
        });
    return text.append("  esac\n}\n_gradus \"$@\"\n").toString();
  }

  private static String zshFlag(Setting<?> flag) {
    String text = flag.name() + "[" + escaped(flag.description()) + "]";
    if (flag.kind() == Setting.Kind.TOGGLE) {
      return text;
    }
    List<String> values = flag.form().names();
    String action = values.isEmpty() ? "_files" : "(" + String.join(" ", values) + ")";
    return text + ":" + escaped(flag.label()) + ":" + action;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}

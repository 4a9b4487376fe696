package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.matrix.Compute;
import dev.gradus.tabular.setting.Choice;
import dev.gradus.tabular.table.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The {@code gradus} command: finds the command that is wanted, runs it, tells what went wrong. */
final class Main {
  /** All commands, in the order in which the help lists them. A new one is a new line. */
  private static final List<Command.Entry> COMMANDS =
      List.of(
          new Command.Entry(
              "article",
              "the tutorial from top to bottom, every gradient checked",
              ArticleCommand::new),
          new Command.Entry("inspect", "what is in a table", InspectCommand::new),
          new Command.Entry("sample", "a table made by a formula", SampleCommand::new),
          new Command.Entry("train", "trains a model on a table", TrainCommand::new),
          new Command.Entry("predict", "what a model makes of a table", PredictCommand::new),
          new Command.Entry("info", "what is in a model file or a checkpoint", InfoCommand::new),
          new Command.Entry(
              "verify", "whether a model file is what it says it is", VerifyCommand::new),
          new Command.Entry("evaluate", "how good a model is on a table", EvaluateCommand::new),
          new Command.Entry("export", "a model in the forms of other programs", ExportCommand::new),
          new Command.Entry(
              "check", "whether the gradients of a network are right", CheckCommand::new),
          new Command.Entry(
              "gradient",
              "loss, output and gradients of a stated case, as JSON",
              GradientCommand::new),
          new Command.Entry(
              "lab", "a local page: watch a network while it learns", LabCommand::new));

  private static final String PROGRAM = "gradus";

  private final List<Command.Entry> commands;
  private final Terminal terminal;

  Main(List<Command.Entry> commands, Terminal terminal) {
    this.commands = commands;
    this.terminal = terminal;
  }

  /** The real ones, for tests. */
  static List<Command.Entry> commands() {
    return COMMANDS;
  }

  /** Runs the command that the words name, and ends the process with its status. */
  public static void main(String[] words) {
    Locale.setDefault(Locale.ROOT);
    System.setProperty("java.awt.headless", "true"); // pictures need no display
    Terminal terminal = Terminal.ofProcess(Manner.of(words, Manner.columnsOfProcess()));
    System.exit(new Main(COMMANDS, terminal).run(words).code());
  }

  /** Runs the command that the words name. Whatever happens has been told when this returns. */
  @SuppressWarnings("CatchingUnchecked") // the border: nothing may pass it
  ExitStatus run(String... words) {
    try {
      ExitStatus status = dispatch(List.of(words));
      terminal.out().flush();
      return status;
    } catch (ClosedOutput e) {
      return terminal.fail(e);
    } catch (OutOfMemoryError e) {
      return terminal.failAfterOutput(OutOfHeap.of(e, words));
    } catch (Throwable e) {
      return terminal.failAfterOutput(e);
    }
  }

  private ExitStatus dispatch(List<String> words) {
    int place = 0;
    while (place < words.size() && words.get(place).startsWith("-")) {
      place++;
    }
    List<String> before = words.subList(0, place);
    checkFlags(before);
    if (before.contains("--version") || before.contains("-V")) {
      terminal.out().print(version());
      return ExitStatus.DONE;
    }
    if (place == words.size()) {
      return withoutCommand(before);
    }
    Command.Entry entry = find(words.get(place));
    List<String> rest = new ArrayList<>(before);
    rest.addAll(words.subList(place + 1, words.size()));
    return start(entry, rest);
  }

  /** Before the command stand the flags that every command has, and {@code --version}. */
  private static void checkFlags(List<String> flags) {
    Settings known = new Settings();
    known.toggle("--version", "");
    List<String> names = known.all().stream().map(s -> s.name()).toList();
    for (String flag : flags) {
      if (!names.contains(flag) && !flag.equals("-h") && !flag.equals("-V")) {
        throw Arguments.unknownFlag(flag, known, PROGRAM);
      }
    }
  }

  private ExitStatus withoutCommand(List<String> flags) {
    if (asksForHelp(flags)) {
      terminal.out().print(usage());
      return ExitStatus.DONE;
    }
    if (terminal.json()) {
      String what = "no command; wants one of " + Choice.listed(names());
      throw new ConfigException("command.missing", Location.of(""), what);
    }
    terminal.err().print(usage());
    return ExitStatus.USAGE;
  }

  private ExitStatus start(Command.Entry entry, List<String> words) {
    Settings settings = new Settings();
    Command command = entry.maker().apply(settings);
    String name = PROGRAM + " " + entry.name();
    int end = words.indexOf("--");
    if (asksForHelp(end < 0 ? words : words.subList(0, end))) {
      terminal.out().print(Usage.help(name, entry.summary(), settings));
      return ExitStatus.DONE;
    }
    settings.calledWith(entry.name(), words);
    new Arguments(name, settings).read(words);
    return command.run(terminal);
  }

  private static boolean asksForHelp(List<String> words) {
    return words.contains("--help") || words.contains("-h");
  }

  private Command.Entry find(String name) {
    for (Command.Entry entry : commands) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    Optional<String> meant = NearestName.to(name, names());
    String end =
        meant
            .map(word -> "did you mean \"" + word + "\"?")
            .orElseGet(() -> "wants one of " + Choice.listed(names()));
    String what = "unknown command " + Shown.quoted(name) + "; " + end;
    throw new ConfigException("command.unknown", Location.of(""), what);
  }

  private List<String> names() {
    return commands.stream().map(Command.Entry::name).toList();
  }

  /** The short help: one line for each command. */
  private String usage() {
    StringBuilder text = new StringBuilder("Usage: gradus COMMAND [FLAGS] [ARGUMENTS]\n\n");
    int widest = names().stream().mapToInt(String::length).max().orElse(0);
    for (Command.Entry entry : commands) {
      String gap = " ".repeat(widest - entry.name().length() + 2);
      text.append("  ").append(entry.name()).append(gap).append(entry.summary()).append('\n');
    }
    return text.append("\ngradus COMMAND --help tells more; gradus --version says which this is.\n")
        .toString();
  }

  private static String version() {
    String java =
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    return "gradus " + number() + "\njava " + java + "\nkernels " + Compute.kernelNote() + "\n";
  }

  /** The version. */
  static String number() {
    try (InputStream file = Main.class.getResourceAsStream("version.txt")) {
      return file == null ? "?" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

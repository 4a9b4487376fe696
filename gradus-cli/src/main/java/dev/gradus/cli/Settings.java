package dev.gradus.cli;

import dev.gradus.tabular.model.Hyperparameter;
import dev.gradus.tabular.setting.FileName;
import dev.gradus.tabular.setting.Form;
import dev.gradus.tabular.setting.HiddenLayers;
import dev.gradus.tabular.setting.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that one command lets the user set. Commands declare theirs in their constructor. */
final class Settings {
  private final List<Setting<?>> all = new ArrayList<>();
  private final int common;
  private List<String> line = List.of();

  Settings() {
    toggle("--json", "answers and errors as JSON, for programs");
    toggle("--quiet", "no progress");
    toggle("--strict", "warnings are errors");
    toggle("--debug", "with an error, where in the program it arose");
    toggle("--help", "shows this help");
    common = all.size();
  }

  /** A file by its place; {@code name} is its word in the help: {@code DATA.csv}. */
  Setting<String> argument(String name, String description) {
    return add(Setting.Kind.ARGUMENT, name, new FileName(name), description);
  }

  /** An argument of the given form, by its place. */
  <T> Setting<T> argument(String name, Form<T> form, String description) {
    return add(Setting.Kind.ARGUMENT, name, form, description);
  }

  /** A flag with a value of the given form. */
  <T> Setting<T> flag(String name, Form<T> form, String description) {
    return add(Setting.Kind.FLAG, name, form, description);
  }

  /** A flag that is a whole number from {@code from} to {@code to}. */
  Setting<Integer> whole(String name, int from, int to, String description) {
    return flag(name, new WholeNumber(from, to).as(Math::toIntExact), description).labelled("N");
  }

  /** A flag that is any text but the empty one; {@code label} is its word: {@code FILE}. */
  Setting<String> text(String name, String label, String description) {
    String kind = "a value (" + label + ")";
    return flag(name, Form.text(kind), description).labelled(label);
  }

  /** A flag that names a file; {@code label} is its word: {@code FILE}. */
  Setting<String> file(String name, String label, String description) {
    return flag(name, new FileName("a value (" + label + ")"), description).labelled(label);
  }

  /** A flag that stands alone: false until it is given. */
  Setting<Boolean> toggle(String name, String description) {
    return add(Setting.Kind.TOGGLE, name, Form.text("").as(given -> true), description).or(false);
  }

  /** The flag of a hyperparameter, with its range and its standard value. */
  <T> Setting<T> of(Hyperparameter<T> parameter) {
    String text = parameter.description();
    if (!parameter.otherwise().isEmpty()) {
      text += " (unless stated: " + parameter.otherwise() + ")";
    }
    Setting<T> setting = flag(parameter.flag(), parameter.form(), text).labelled(parameter.label());
    return parameter.standard().map(setting::or).orElseGet(setting::orNothing);
  }

  /** {@code --seed}, 0 where none is given: the same seed, the same bits. */
  Setting<Long> seed() {
    WholeNumber any = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
    return flag("--seed", any, "the same seed gives the same result").labelled("N").or(0L);
  }

  /** {@code --threads}, from 1 to 1024. */
  Setting<Integer> threads() {
    Form<Integer> form = new WholeNumber(1, 1024).as(Math::toIntExact).inWords("1 to 1024");
    return flag("--threads", form, "threads to compute with; the result does not depend on it")
        .labelled("N");
  }

  /** {@code --hidden 16,32}: the widths of the hidden layers. */
  Setting<List<Integer>> hidden() {
    return flag("--hidden", new HiddenLayers(), "the hidden layers").labelled("N,N");
  }

  private <T> Setting<T> add(Setting.Kind kind, String name, Form<T> form, String description) {
    Setting<T> setting = new Setting<>(kind, name, form, description);
    all.add(setting);
    return setting;
  }

  /** Keeps the words that the command was called with, its name first. */
  void calledWith(String command, List<String> words) {
    line = Stream.concat(Stream.of(command), words.stream()).toList();
  }

  /** The words that the command was called with, its name first. */
  List<String> line() {
    return line;
  }

  /** All of them, in the order of their declaration; those that every command has come last. */
  List<Setting<?>> all() {
    List<Setting<?>> ordered = new ArrayList<>(all.subList(common, all.size()));
    ordered.addAll(all.subList(0, common));
    return ordered;
  }

  /** Those that a configuration file may set: the command's own flags, but for the file's. */
  List<Setting<?>> configurable() {
    return all.subList(common, all.size()).stream()
        .filter(setting -> setting.kind() != Setting.Kind.ARGUMENT)
        .filter(setting -> !setting.name().equals(ConfigFile.FLAG))
        .toList();
  }

  /**
   * The flags that were given, as words of a command line, those that every command has left out.
   *
   * @param but names of others to leave out
   */
  List<String> given(List<String> but) {
    List<String> words = new ArrayList<>();
    for (Setting<?> setting : all.subList(common, all.size())) {
      if (setting.isGiven()
          && setting.kind() != Setting.Kind.ARGUMENT
          && !but.contains(setting.name())) {
        words.addAll(setting.words());
      }
    }
    return words;
  }

  /** Those that stand by place. */
  List<Setting<?>> arguments() {
    return all.stream().filter(s -> s.kind() == Setting.Kind.ARGUMENT).toList();
  }
}

package dev.gradus.tabular.setting;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The form of a setting's value: which texts it takes, in words, and the value that they stand for.
 *
 * @param <T> the value
 */
public interface Form<T> {

  /** What is wanted, to stand after "wants": {@code a whole number from 1 to 10}. */
  String wanted();

  /** The same in short, for a flag that stands without a value: {@code a whole number}. */
  default String inShort() {
    return wanted();
  }

  /**
   * The value that the text stands for.
   *
   * @throws Misfit if it stands for none
   */
  T read(String text) throws Misfit;

  /** The text that stands for a value. */
  default String written(T value) {
    return String.valueOf(value);
  }

  /** The text that stands for a value in a model file. */
  default String recorded(T value) {
    return written(value);
  }

  /** The text does not fit; the message is the rest of the sentence, e.g. {@code wants 1 to 9}. */
  final class Misfit extends Exception {
    private static final long serialVersionUID = 1;

    /** The text does not fit, and why. */
    public Misfit(String what) {
      super(what);
    }

    /** The whole complaint. */
    public String what() {
      return String.valueOf(getMessage());
    }
  }

  /** Any text that is not empty, {@code kind} being the words for it: {@code a column name}. */
  static Form<String> text(String kind) {
    return of(
        kind,
        text -> {
          if (text.isEmpty()) {
            throw new Misfit("wants " + kind);
          }
          return text;
        });
  }

  /** The names of a closed list; empty where it is none. */
  default List<String> names() {
    return List.of();
  }

  /** This form with other words for what is wanted. */
  default Form<T> inWords(String wanted) {
    return of(
        wanted,
        text -> {
          try {
            return read(text);
          } catch (Misfit e) {
            throw new Misfit("wants " + wanted);
          }
        });
  }

  /** This form with a value made of its value. */
  default <U> Form<U> as(Function<T, U> made) {
    Form<T> outer = this;
    return new Form<>() {
      @Override
      public String wanted() {
        return outer.wanted();
      }

      @Override
      public String inShort() {
        return outer.inShort();
      }

      @Override
      public List<String> names() {
        return outer.names();
      }

      @Override
      public U read(String text) throws Misfit {
        return made.apply(outer.read(text));
      }
    };
  }

  /** One of the names, each of which stands for itself. */
  static Form<String> oneOf(Collection<String> names) {
    return new Choice(List.copyOf(names));
  }

  /** One of some constants, by their names. */
  static <T> Form<T> constant(List<T> constants, Function<T, String> name) {
    List<String> names = constants.stream().map(name).toList();
    return new Form<>() {
      @Override
      public String wanted() {
        return oneOf(names).wanted();
      }

      @Override
      public List<String> names() {
        return names;
      }

      @Override
      public T read(String text) throws Misfit {
        return constants.get(names.indexOf(oneOf(names).read(text)));
      }

      @Override
      public String written(T value) {
        return name.apply(value);
      }
    };
  }

  /** How a text is read. */
  @FunctionalInterface
  interface Reading<T> {
    /** The value that the text stands for. */
    T read(String text) throws Misfit;
  }

  private static <T> Form<T> of(String wanted, Reading<T> reading) {
    return new Form<>() {
      @Override
      public String wanted() {
        return wanted;
      }

      @Override
      public T read(String text) throws Misfit {
        return reading.read(text);
      }
    };
  }
}

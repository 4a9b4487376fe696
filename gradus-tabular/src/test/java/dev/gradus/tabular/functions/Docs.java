package dev.gradus.tabular.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Documentation comments of the sources of the core, as Markdown. */
final class Docs {
  private static final Path SOURCES =
      Path.of(System.getProperty("gradus.root", ".."), "gradus-core/src/main/java/dev/gradus");

  /** A comment without another comment's end in it, and what it stands at. */
  private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*";

  /** A type of the user's choice: a function, or a loss. */
  private static final Pattern FORM =
      Pattern.compile(
          COMMENT
              + "public (?:record|final class) (\\w+)[^{]* implements"
              + " (?:ScalarFunction|PointwiseLoss|Loss) \\{",
          Pattern.DOTALL);

  /**
   * A form with a parameter.
   *
   * @param name of its class
   * @param text what it says of itself
   */
  record Form(String name, String text) {}

  private Docs() {}

  /** What a constant of a table says of itself. */
  static String ofConstant(String file, String constant) {
    String source = read(SOURCES.resolve(file));
    Matcher found =
        Pattern.compile(COMMENT + constant + "(?: \\{|\\()", Pattern.DOTALL).matcher(source);
    if (!found.find()) {
      throw new AssertionError(constant + " has no comment in " + file);
    }
    return markdown(found.group(1));
  }

  /** The forms with a parameter in a package, in the order of their names. */
  static List<Form> forms(String folder) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      return files
          .sorted()
          .flatMap(file -> FORM.matcher(read(file)).results())
          .map(Docs::form)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Form form(MatchResult found) {
    return new Form(found.group(2), markdown(found.group(1)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paragraphs, a list of parameters, and names as code. */
  private static String markdown(String comment) {
    String text = comment.replaceAll("\\s*\\n\\s*\\*?[ ]?", " ").strip();
    text = text.replace("&gt;", ">").replace("&lt;", "<");
    text = text.replaceAll("\\s*<p>", "\n\n").replaceAll("\\s*@param (\\w+) ", "\n\n`$1`: ");
    return text.replaceAll("\\{@(?:link|code) #?([^}]*)\\}", "`$1`");
  }
}

package dev.gradus.tabular.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The elementary functions of Gradus as nested classes: the very source that Gradus is compiled
 * from, which the build lays beside this class, without its comments. What it imports statically is
 * inherited instead.
 */
enum KernelSource {
  /** Numbers. */
  COEFFICIENTS("Coefficients", ""),
  /** exp, log, tanh and their kin. */
  ELEMENTARY("Elementary", " extends Coefficients"),
  /** What belongs to the logistic function. */
  LOGISTIC("Logistic", " extends Elementary"),
  /** x times a gate. */
  GATED("Gated", " extends Elementary");

  private final String name;
  private final String parent;

  KernelSource(String name, String parent) {
    this.name = name;
    this.parent = parent;
  }

  /** The nested classes that a source calls, with those that they call. */
  static String calledBy(String source) {
    StringBuilder all = new StringBuilder();
    boolean any = false;
    for (KernelSource kernel : values()) {
      any |= source.contains(kernel.name + ".");
    }
    for (KernelSource kernel : values()) {
      boolean below = kernel == COEFFICIENTS || kernel == ELEMENTARY;
      if (source.contains(kernel.name + ".") || (any && below)) {
        all.append('\n').append(kernel.nested());
      }
    }
    return all.toString();
  }

  private String nested() {
    String whole = Resource.text(name + ".java").replace("\r", "");
    String code = whole.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    String head = "final class " + name + " {";
    int from = code.indexOf(head);
    if (from < 0) {
      throw new IllegalStateException(name + ".java: no class of this name");
    }
    String body =
        code.substring(from + head.length()).strip().replaceAll("\\s*\n\\s*\n\\s*", "\n  ");
    return indented(
        "/** Of Gradus; how it works stands there. */\nprivate static class "
            + name
            + parent
            + " {\n  "
            + body
            + "\n");
  }

  private static String indented(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .forEach(line -> lines.append(line.isEmpty() ? "" : "  ").append(line).append('\n'));
    return lines.toString();
  }

  /** Texts beside this class. */
  static final class Resource {
    private Resource() {}

    static String text(String name) {
      try (InputStream in = KernelSource.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is missing from the jar");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package dev.gradus.tabular.source;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exported sources, compiled all at once and loaded by a class loader that knows nothing of Gradus.
 */
final class CompiledSource implements AutoCloseable {
  private final URLClassLoader loader;

  CompiledSource(Path folder) throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("--release", "17", "-Xlint:all", "-Werror", "-encoding", "US-ASCII"));
    command.addAll(List.of("-cp", classes.toString(), "-d", classes.toString()));
    try (Stream<Path> sources = Files.list(folder)) {
      sources
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .forEach(f -> command.add(f + ""));
    }
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (javac.waitFor() != 0) {
      throw new AssertionError(said);
    }
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  /** What the class makes of a row of a table. */
  static double[] predict(Class<?> model, Table table, int row)
      throws ReflectiveOperationException {
    int columns = table.columns().size();
    double[] numbers = new double[columns];
    String[] texts = new String[columns];
    for (int i = 0; i < columns; i++) {
      switch (table.columns().get(i)) {
        case NumberColumn number -> numbers[i] = number.value(row);
        case CategoryColumn text ->
            texts[i] = text.isMissing(row) ? "" : text.categories().get(text.code(row));
      }
    }
    Method method = model.getMethod("predict", double[].class, String[].class);
    return (double[]) method.invoke(null, numbers, texts);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}

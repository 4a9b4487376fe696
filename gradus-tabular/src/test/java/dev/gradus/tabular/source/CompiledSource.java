package dev.gradus.tabular.source;

import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Exported sources, compiled all at once and loaded by a class loader that knows nothing of Gradus. */
final class CompiledSource implements AutoCloseable {
  private final URLClassLoader loader;

  CompiledSource(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.US_ASCII);
        var sources = Files.newDirectoryStream(folder, "*.java")) {
      List<String> options =
          List.of("--release", "17", "-Xlint:all", "-Werror", "-cp", "", "-d", classes.toString());
      Iterable<Path> all = sources;
      boolean done =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(toList(all)))
              .call();
      if (!done) {
        throw new AssertionError(said.toString());
      }
    }
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> toList(Iterable<Path> paths) {
    List<Path> list = new ArrayList<>();
    paths.forEach(list::add);
    return list;
  }

  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  /** What the class makes of a row of a table. */
  static double[] predict(Class<?> model, Table table, int row) throws ReflectiveOperationException {
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

package dev.gradus.tabular.functions;

import dev.gradus.optimize.LearningRate;
import dev.gradus.optimize.Schedule;
import dev.gradus.optimize.StandardOptimizer;
import dev.gradus.tabular.chart.Chart;
import dev.gradus.tabular.chart.SvgWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The page of all optimizers and schedules: what their own comments say, with a picture of the
 * schedules. A new constant is on it by being in a table.
 */
final class OptimizersPage {
  private static final Path SOURCES =
      Path.of(
          System.getProperty("gradus.root", ".."), "gradus-core/src/main/java/dev/gradus/optimize");

  private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*";
  private static final int STEPS = 300;

  private final StringBuilder page = new StringBuilder();
  private final Map<String, String> files = new LinkedHashMap<>();

  private OptimizersPage() {}

  /** The files by their names below {@code docs/}. */
  static Map<String, String> files() {
    return new OptimizersPage().made();
  }

  private Map<String, String> made() {
    page.append("# Optimizers and schedules\n\n");
    page.append(
        "Made from the tables `StandardOptimizer` and `Schedule` and the comments of the\n");
    page.append("classes by `OptimizersPageTest`; change it there.\n\n## Optimizers\n");
    for (StandardOptimizer optimizer : StandardOptimizer.values()) {
      String type = optimizer.standard().getClass().getSimpleName();
      page.append("\n### ").append(optimizer).append("\n\n");
      page.append("Standard: `").append(optimizer.standard()).append("`\n\n");
      page.append(commentBefore(type + ".java", "public record " + type)).append('\n');
    }
    page.append("\n## Schedules\n\n`step` and `steps`: of the run; here with a rate of 1.\n\n");
    page.append("![all schedules](optimizers/schedules.svg)\n");
    for (Schedule schedule : Schedule.values()) {
      page.append("\n### ").append(schedule).append("\n\n");
      page.append(Docs.ofConstant("optimize/Schedule.java", schedule.name())).append("\n\n");
      page.append(commentBefore("LearningRate.java", "static LearningRate " + method(schedule)));
      page.append('\n');
    }
    page.append("\n### Warm-up\n\n");
    page.append(commentBefore("LearningRate.java", "static LearningRate warmUp")).append('\n');
    files.put("optimizers.md", page.toString());
    files.put("optimizers/schedules.svg", SvgWriter.write(chart()));
    return files;
  }

  /** The factory that a constant of the table names. */
  private static String method(Schedule schedule) {
    String source = read("Schedule.java");
    Matcher found =
        Pattern.compile("LearningRate#(\\w+)\\}(?:(?!\\*/).)*\\*/\\s*" + schedule.name() + "\\(")
            .matcher(source);
    if (!found.find()) {
      throw new AssertionError(schedule + " names no factory");
    }
    return found.group(1);
  }

  private static String commentBefore(String file, String what) {
    Matcher found =
        Pattern.compile(COMMENT + Pattern.quote(what) + "\\(", Pattern.DOTALL).matcher(read(file));
    if (!found.find()) {
      throw new AssertionError(what + " has no comment in " + file);
    }
    return markdown(found.group(1));
  }

  private static String read(String file) {
    try {
      return Files.readString(SOURCES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Formulas as they stand, the rest as paragraphs. */
  static String markdown(String comment) {
    String text = comment.replaceAll("(?m)^\\s*\\* ?", "");
    StringBuilder made = new StringBuilder();
    Matcher formula = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL).matcher(text);
    int from = 0;
    while (formula.find()) {
      made.append(paragraphs(text.substring(from, formula.start())));
      made.append("\n\n```\n").append(plain(formula.group(1)).strip()).append("\n```\n\n");
      from = formula.end();
    }
    return made.append(paragraphs(text.substring(from))).toString().strip();
  }

  private static String paragraphs(String text) {
    return text.replaceAll("\\s*\\n\\s*", " ")
        .replaceAll("\\s*<p>", "\n\n")
        .replaceAll("\\s*@param (\\w+) ", "\n\n`$1`: ")
        .replaceAll("\\{@linkplain \\w+ ([^}]*)\\}", "$1")
        .replaceAll("\\{@(?:link|code) #?([^}]*)\\}", "`$1`")
        .strip();
  }

  private static String plain(String formula) {
    return formula
        .replaceAll("\\{@\\w+ ([^}]*)\\}", "$1")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }

  private static Chart chart() {
    double[] progress = IntStream.range(0, STEPS).mapToDouble(i -> (double) i / STEPS).toArray();
    Chart chart = Chart.titled("Schedules").xAxis("step / steps").yAxis("learning rate");
    for (Schedule schedule : Schedule.values()) {
      LearningRate rate = schedule.of(1);
      if (schedule == Schedule.PLATEAU) {
        continue; // depends on the losses
      }
      chart =
          chart.line(
              schedule.toString(),
              progress,
              IntStream.range(0, STEPS).mapToDouble(i -> rate.at(i, STEPS)).toArray());
    }
    LearningRate warmed = LearningRate.warmUp(0.1, LearningRate.linearDecay(1));
    return chart.line(
        "linear after a warm-up",
        progress,
        IntStream.range(0, STEPS).mapToDouble(i -> warmed.at(i, STEPS)).toArray());
  }
}

package dev.gradus.tabular.report;

import dev.gradus.tabular.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How often each class was taken for each; of many classes the commonest mistakes alone. */
final class ConfusionTable {
  private static final int MOST_CLASSES = 12;
  private static final int MOST_MISTAKES = 20;

  private final ConfusionMatrix confusion;
  private final List<String> classes;
  private final Html page;

  private ConfusionTable(ConfusionMatrix confusion, List<String> classes, Html page) {
    this.confusion = confusion;
    this.classes = classes;
    this.page = page;
  }

  static void add(ConfusionMatrix confusion, List<String> classes, Html page) {
    ConfusionTable table = new ConfusionTable(confusion, classes, page);
    if (classes.size() <= MOST_CLASSES) {
      table.matrix();
    } else {
      table.mistakes();
    }
  }

  private void matrix() {
    page.line(
        "<div class=\"scroll\"><p class=\"caption\">Confusion matrix: rows are what came true,");
    page.line("columns what was predicted</p><table class=\"confusion\">");
    page.raw("<thead><tr><th></th>");
    classes.forEach(name -> page.raw("<th>").user(name).raw("</th>"));
    page.line("<th class=\"found\">found</th></tr></thead><tbody>");
    for (int actual = 0; actual < classes.size(); actual++) {
      page.raw("<tr><th>").user(classes.get(actual)).raw("</th>");
      double all = confusion.actual(actual);
      for (int predicted = 0; predicted < classes.size(); predicted++) {
        double count = confusion.count(actual, predicted);
        page.raw("<td class=\"" + shade(all > 0 ? count / all : 0, actual == predicted) + "\">");
        page.text(Figure.text(count)).raw("</td>");
      }
      page.raw("<td class=\"found\">");
      page.text(all > 0 ? percent(confusion.count(actual, actual) / all) : "–");
      page.line("</td></tr>");
    }
    page.line("</tbody></table></div>");
  }

  /** The style class of a cell: its colour, and of ten steps how dark it is. */
  private static String shade(double share, boolean right) {
    long step = share == 0 ? 0 : Math.clamp(Math.round(share * 9), 1, 9);
    return (right ? "right" : "wrong") + step;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private record Mistake(int actual, int predicted, double count) {}

  private void mistakes() {
    List<Mistake> all = new ArrayList<>();
    for (int actual = 0; actual < classes.size(); actual++) {
      for (int predicted = 0; predicted < classes.size(); predicted++) {
        double count = confusion.count(actual, predicted);
        if (actual != predicted && count > 0) {
          all.add(new Mistake(actual, predicted, count));
        }
      }
    }
    all.sort(Comparator.comparingDouble(mistake -> -mistake.count));
    page.line("<table class=\"figures\">");
    page.element("caption", "The commonest mistakes, of " + classes.size() + " classes");
    page.line("<thead><tr><th>is</th><th>was taken for</th><th>rows</th></tr></thead><tbody>");
    for (Mistake mistake : all.subList(0, Math.min(all.size(), MOST_MISTAKES))) {
      page.raw("<tr><th>").user(classes.get(mistake.actual)).raw("</th><th>");
      page.user(classes.get(mistake.predicted)).raw("</th><td>");
      page.text(Figure.text(mistake.count)).line("</td></tr>");
    }
    page.line("</tbody></table>");
  }
}

package dev.gradus.tabular.source;

import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import dev.gradus.tabular.preprocess.NumberFeature;
import dev.gradus.tabular.table.ColumnKind;
import java.util.List;
import java.util.Locale;

/** The preprocessing as Java: some columns to a nested class, so that none grows too large. */
final class ColumnSource {
  /** Of up to 64 categories each: far below what a class or a method may hold. */
  private static final int COLUMNS_PER_CLASS = 20;

  private final List<Feature> features;
  private final StringBuilder nested = new StringBuilder();
  private int classes;

  ColumnSource(List<Feature> features) {
    this.features = features;
    int at = 0;
    for (int from = 0; from < features.size(); from += COLUMNS_PER_CLASS) {
      at = add(from, Math.min(features.size(), from + COLUMNS_PER_CLASS), at);
    }
  }

  private int add(int from, int to, int first) {
    StringBuilder statements = new StringBuilder();
    StringBuilder fields = new StringBuilder();
    int at = first;
    for (int i = from; i < to; i++) {
      switch (features.get(i)) {
        case NumberFeature number -> number(number, i, at, statements);
        case CategoryFeature category -> category(category, i, at, statements, fields);
      }
      at += features.get(i).inputNames().size();
    }
    nested
        .append("\n  private static final class Columns")
        .append(classes++)
        .append(" {\n")
        .append(fields)
        .append("\n    static void encode(double[] numbers, String[] texts, double[] x) {\n")
        .append(statements)
        .append("    }\n  }\n");
    return at;
  }

  private static void number(NumberFeature feature, int i, int at, StringBuilder to) {
    if (!feature.isConstant()) {
      to.append(
              String.format(
                  Locale.ROOT, "      x[%d] = standardized(orMissing(numbers[%d], ", at, i))
          .append(Literal.of(feature.median()))
          .append("), ")
          .append(Literal.of(feature.mean()))
          .append(", ")
          .append(Literal.of(feature.deviation()))
          .append(", ")
          .append(Literal.of(feature.limit()))
          .append(");\n");
    }
    if (feature.indicator()) {
      to.append(
          String.format(
              Locale.ROOT, "      x[%d] = Double.isNaN(numbers[%d]) ? 1 : 0;\n", at + 1, i));
    }
  }

  private static void category(
      CategoryFeature feature, int i, int at, StringBuilder to, StringBuilder fields) {
    if (!feature.isConstant()) {
      fields
          .append("    static final String[] KNOWN_")
          .append(i)
          .append(" = {")
          .append(Literal.of(feature.categories()))
          .append("};\n");
      to.append(String.format(Locale.ROOT, "      oneHot(isMissing(texts[%d]) ? ", i))
          .append(Literal.of(feature.commonest()))
          .append(
              String.format(
                  Locale.ROOT, " : texts[%d], KNOWN_%d, %b, x, %d);\n", i, i, feature.other(), at));
    }
    if (feature.indicator()) {
      int last = at + feature.inputNames().size() - 1;
      to.append(
          String.format(Locale.ROOT, "      x[%d] = isMissing(texts[%d]) ? 1 : 0;\n", last, i));
    }
  }

  /** The nested classes. */
  String nested() {
    return nested.toString();
  }

  /** Statements that fill x. */
  String calls() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < classes; i++) {
      all.append("    Columns").append(i).append(".encode(numbers, texts, x);\n");
    }
    return all.toString();
  }

  /** A letter for each column: t for texts, n for numbers. */
  String kinds() {
    StringBuilder letters = new StringBuilder();
    features.forEach(f -> letters.append(f.kind() == ColumnKind.CATEGORY ? 't' : 'n'));
    return Literal.of(letters.toString());
  }
}

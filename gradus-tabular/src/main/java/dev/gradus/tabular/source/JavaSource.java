package dev.gradus.tabular.source;

import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model as one Java source file without dependencies that predicts the same bits. */
public final class JavaSource {
  private static final Pattern PLACE = Pattern.compile("@([A-Z]+)@");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Names that the source needs for something else. */
  private static final Set<String> TAKEN =
      Set.of(
          "Arrays",
          "ArrayList",
          "Base64",
          "ByteBuffer",
          "ByteOrder",
          "Collections",
          "Double",
          "DoubleUnaryOperator",
          "IllegalArgumentException",
          "List",
          "Math",
          "Object",
          "String",
          "System",
          "Coefficients",
          "Elementary",
          "Logistic",
          "Gated",
          "_",
          "real");

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield");

  private JavaSource() {}

  /** Whether a class of the source may have this name. */
  public static boolean isClassName(String name) {
    return NAME.matcher(name).matches()
        && !TAKEN.contains(name)
        && !KEYWORDS.contains(name)
        && !name.matches("(Columns|Parameters)[0-9]+");
  }

  /**
   * The source, in ASCII. The same model and name give the same text.
   *
   * @param name of the class, and so of the file
   * @throws dev.gradus.error.ModelFormatException if a layer has no form in Java source
   */
  public static String of(Model model, String name) {
    if (!isClassName(name)) {
      throw new IllegalArgumentException(name + ": wants the name of a Java class");
    }
    Precision precision = model.parameters().vector().compute().precision();
    ColumnSource columns = new ColumnSource(model.features().list());
    ParameterSource parameters =
        new ParameterSource(model.parameters().vector().toArray(), precision);
    String layers = LayerSource.of(model.network().layers(), model.network().inputs());
    String network = typed(layers, precision);
    String answer = answer(model);
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("NAME", name);
    parts.put("TARGET", Literal.of(model.target().name()));
    parts.put("CLASSES", Literal.of(classes(model)));
    parts.put("INPUTS", Integer.toString(model.network().inputs()));
    parts.put("ENCODE", columns.calls());
    parts.put("ANSWER", answer);
    parts.put("NETWORK", network);
    parts.put("COLUMNS", columns.names());
    parts.put("TEXT", columns.texts());
    parts.put(
        "SOFTMAX", network.contains("softmax(") || answer.contains("softmax(") ? SOFTMAX : "");
    parts.put("INCREASING", network.contains("increasing(") ? typed(INCREASING, precision) : "");
    parts.put("BYTES", Integer.toString(parameters.size()));
    parts.put("PARTS", parameters.calls());
    parts.put("SIZE", precision == Precision.FLOAT32 ? "Float.BYTES" : "Double.BYTES");
    parts.put("GET", precision == Precision.FLOAT32 ? "getFloat" : "getDouble");
    String called = network + answer + parts.get("SOFTMAX") + parts.get("INCREASING");
    parts.put("NESTED", KernelSource.calledBy(called) + columns.nested() + parameters.nested());
    String template = KernelSource.Resource.text("Predictor.txt").replace("\r", "");
    return filled(typed(template, precision), parts);
  }

  private static String filled(String template, Map<String, String> parts) {
    Matcher places = PLACE.matcher(template);
    StringBuilder source = new StringBuilder();
    while (places.find()) {
      String part = parts.get(places.group(1));
      if (part == null) {
        throw new IllegalStateException("nothing for " + places.group());
      }
      places.appendReplacement(source, Matcher.quoteReplacement(part));
    }
    return places.appendTail(source).toString();
  }

  /** Code of ours, in which {@code real} stands for the numbers' type. */
  private static String typed(String code, Precision precision) {
    return code.replaceAll("\\breal\\b", precision == Precision.FLOAT32 ? "float" : "double");
  }

  private static List<String> classes(Model model) {
    return model.target() instanceof ClassTarget known ? known.classes() : List.of();
  }

  private static String answer(Model model) {
    return switch (model.target()) {
      case RegressionTarget values ->
          "    double value = (double) y[0] * %s + %s;\n"
                  .formatted(Literal.of(values.deviation()), Literal.of(values.mean()))
              + "    return new double[] {Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE,"
              + " value))};\n";
      case ClassTarget classes ->
          model.network().outputs() == 1
              ? "    return new double[] {Elementary.sigmoid(-y[0]), Elementary.sigmoid(y[0])};\n"
              : "    return softmax(wide(y));\n";
    };
  }

  private static final String SOFTMAX =
      """

        private static double[] softmax(double[] x) {
          double top = Double.NEGATIVE_INFINITY;
          for (double value : x) {
            top = Math.max(top, value);
          }
          double[] y = new double[x.length];
          double sum = 0;
          for (int j = 0; j < x.length; j++) {
            y[j] = Elementary.exp(x[j] - top);
            sum += y[j];
          }
          for (int j = 0; j < x.length; j++) {
            y[j] /= sum;
          }
          return y;
        }
      """;

  private static final String INCREASING =
      """

        private static real[] increasing(real[] x) {
          real[] y = new real[x.length];
          double last = x[0];
          y[0] = x[0];
          for (int j = 1; j < x.length; j++) {
            last += Logistic.softplus(x[j]);
            y[j] = (real) last;
          }
          return y;
        }
      """;
}

package dev.gradus.tabular.source;

import dev.gradus.error.Location;
import dev.gradus.error.ModelFormatException;
import dev.gradus.matrix.Precision;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.preprocess.ClassTarget;
import dev.gradus.tabular.preprocess.QuantileTarget;
import dev.gradus.tabular.preprocess.RegressionTarget;
import dev.gradus.tabular.preprocess.SeveralTargets;
import dev.gradus.tabular.preprocess.TargetScale;
import dev.gradus.tabular.preprocess.TargetTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model as one Java source file without dependencies that predicts the same bits. */
public final class JavaSource {
  private static final Pattern PLACE = Pattern.compile("@([A-Z]+)@");

  /** So that the text fits a string, also in float64. */
  private static final int MOST_PARAMETERS = 1 << 26;

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
          "Float",
          "IllegalArgumentException",
          "List",
          "Math",
          "Object",
          "String",
          "SuppressWarnings",
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
        && !name.matches("(Names|Classes|Columns|Parameters)[0-9]+");
  }

  /**
   * The source, in ASCII. The same model and name give the same text.
   *
   * @param name of the class, and so of the file
   * @throws ModelFormatException if a layer has no form in Java source, or there are too many
   *     parameters
   */
  public static String of(Model model, String name) {
    if (!isClassName(name)) {
      throw new IllegalArgumentException(name + ": wants the name of a Java class");
    }
    Precision precision = model.parameters().vector().compute().precision();
    if (model.network().parameterCount() > MOST_PARAMETERS) {
      throw new ModelFormatException(
          "java.too_large",
          Location.of(""),
          model.network().parameterCount()
              + " parameters; a Java source takes at most "
              + MOST_PARAMETERS);
    }
    Map<String, String> parts = new HashMap<>(Map.of("NAME", name));
    List<String> nested = new ArrayList<>();
    addColumns(model, parts, nested);
    addNetwork(model, precision, parts, nested);
    addParameters(model, precision, parts, nested);
    parts.put("NESTED", String.join("", nested));
    String template = KernelSource.Resource.text("Predictor.txt").replace("\r", "");
    return filled(typed(template, precision), parts);
  }

  private static void addColumns(Model model, Map<String, String> parts, List<String> nested) {
    ColumnSource columns = new ColumnSource(model.features().list());
    NameSource names = new NameSource("Names", model.features().names());
    NameSource classes = new NameSource("Classes", classes(model));
    parts.put("TARGET", Literal.of(model.target().name()));
    parts.put("COLUMNS", names.calls());
    parts.put("CLASSES", classes.calls());
    parts.put("KINDS", columns.kinds());
    parts.put("INPUTS", Integer.toString(model.network().inputs()));
    parts.put("ENCODE", columns.calls());
    nested.addAll(List.of(names.nested(), classes.nested(), columns.nested()));
  }

  /** The layers, with those functions that they call. */
  private static void addNetwork(
      Model model, Precision precision, Map<String, String> parts, List<String> nested) {
    String layers = LayerSource.of(model.network().layers(), model.network().inputs());
    String answer = answer(model);
    String calls = layers + answer;
    String softmax = calls.contains("softmax(") ? SOFTMAX : "";
    String increasing = calls.contains("increasing(") ? INCREASING : "";
    parts.put("NETWORK", typed(layers, precision));
    parts.put("ANSWER", answer);
    parts.put("SOFTMAX", softmax);
    parts.put("INCREASING", typed(increasing, precision));
    nested.add(KernelSource.calledBy(calls + softmax + increasing));
  }

  private static void addParameters(
      Model model, Precision precision, Map<String, String> parts, List<String> nested) {
    ParameterSource parameters =
        new ParameterSource(model.parameters().vector().toArray(), precision);
    parts.put("BYTES", Integer.toString(parameters.size()));
    parts.put("PARTS", parameters.calls());
    parts.put("SIZE", precision == Precision.FLOAT32 ? "Float.BYTES" : "Double.BYTES");
    parts.put("GET", precision == Precision.FLOAT32 ? "getFloat" : "getDouble");
    nested.add(parameters.nested());
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
      case RegressionTarget values -> values(List.of(values));
      case SeveralTargets several -> values(several.list());
      case QuantileTarget quantiles ->
          values(Collections.nCopies(quantiles.levels().size(), quantiles.values()));
      case ClassTarget classes ->
          model.network().outputs() == 1
              ? "    return new double[] {Elementary.sigmoid(-y[0]), Elementary.sigmoid(y[0])};\n"
              : "    return softmax(wide(y));\n";
    };
  }

  private static String values(List<RegressionTarget> targets) {
    StringBuilder code = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int j = 0; j < targets.size(); j++) {
      TargetScale scale = targets.get(j).scale();
      String name = "value" + (targets.size() == 1 ? "" : Integer.toString(j));
      String mapped =
          String.format(
              Locale.ROOT,
              "(double) y[%d] * %s + %s",
              j,
              Literal.of(scale.deviation()),
              Literal.of(scale.center()));
      boolean log = scale.transform() == TargetTransform.LOG;
      code.append(
          String.format(
              Locale.ROOT,
              "    double %s = %s;\n",
              name,
              log ? "Elementary.exp(" + mapped + ")" : mapped));
      names.add(
          String.format(
              Locale.ROOT, "Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, %s))", name));
    }
    return code + "    return new double[] {" + String.join(", ", names) + "};\n";
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

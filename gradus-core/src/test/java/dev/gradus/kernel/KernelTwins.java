package dev.gradus.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the float32 kernels from the float64 ones by exchanging the types; what is marked {@code
 * wide} stays double. A program of its own, so that it runs while the kernels do not compile:
 *
 * <pre>java gradus-core/src/test/java/dev/gradus/kernel/KernelTwins.java</pre>
 *
 * <p>from the root of the repository; format the files afterwards.
 */
final class KernelTwins {
  /** The kernels that come in two. */
  static final List<String> NAMES =
      List.of(
          "Kernels",
          "Tiles",
          "VectorKernels",
          "VectorTiles",
          "PackedTiles",
          "PackedProduct",
          "Packing",
          "TransposeTiles",
          "RowKernels",
          "UpdateKernels",
          "RowSums",
          "ColumnSums",
          "VectorSums",
          "ColumnNorms",
          "CrossEntropy");

  private static final Path KERNELS = Path.of("gradus-core/src/main/java/dev/gradus/kernel");

  /** What stays as it is: comments, and a double that is marked. */
  private static final Pattern KEPT =
      Pattern.compile("/\\* wide \\*/\\s+double|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** In the name of a type that comes in two. */
  private static final String DOUBLE =
      "\\bDouble(?=(Vector|Row|Update|Column|Packed|Transpose|Cross)?"
          + "(Kernels|Tiles|Product|Packing|Sums|Norms|Entropy)?\\b)";

  private KernelTwins() {}

  /** Writes all float32 files; the argument, if there is one, is the root of the repository. */
  static void main(String[] args) throws IOException {
    Path root = Path.of(args.length > 0 ? args[0] : ".");
    for (String name : NAMES) {
      Files.writeString(file(root, "Float", name), made(root, name));
    }
  }

  /** The float32 text that belongs to a float64 file. */
  static String made(Path root, String name) throws IOException {
    return twin(Files.readString(file(root, "Double", name)));
  }

  static Path file(Path root, String type, String name) {
    return root.resolve(KERNELS).resolve(type + name + ".java");
  }

  /** The exchange. */
  static String twin(String text) {
    StringBuilder twin = new StringBuilder();
    Matcher kept = KEPT.matcher(text);
    int from = 0;
    while (kept.find()) {
      twin.append(exchanged(text.substring(from, kept.start()))).append(kept.group());
      from = kept.end();
    }
    return twin.append(exchanged(text.substring(from))).toString();
  }

  private static String exchanged(String code) {
    return code.replaceAll("\\bdouble\\b", "float")
        .replaceAll(DOUBLE, "Float")
        .replaceAll("\\bLongVector\\b", "IntVector")
        .replaceAll("\\breinterpretAsLongs\\b", "reinterpretAsInts")
        .replaceAll("\\blongBitsToDouble\\b", "intBitsToFloat")
        .replaceAll("\\breinterpretAsDoubles\\b", "reinterpretAsFloats");
  }
}

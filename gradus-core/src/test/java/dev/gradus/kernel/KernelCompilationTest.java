package dev.gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A kernel that the first compiler gives up ("out of virtual registers") may stay slow by a factor
 * of 10 to 100, at random from run to run.
 */
class KernelCompilationTest {

  /** Products of all forms and sizes, in both precisions, until they are compiled. */
  static final class Products {
    private Products() {}

    static void main(String[] args) {
      double sum = 0;
      for (int round = 0; round < 400; round++) {
        for (int[] shape : new int[][] {{16, 16, 32}, {3, 40, 20}, {40, 70, 64}, {66, 10, 200}}) {
          for (int form = 0; form < 3; form++) {
            sum += product(Kernels.float64(Provider.VECTOR), shape, form, round);
            sum += product(Kernels.float32(Provider.VECTOR), shape, form, round);
          }
        }
      }
      System.out.println("sum " + sum);
    }

    private static <A> double product(Kernels<A> kernels, int[] shape, int form, int seed) {
      int m = shape[0];
      int n = shape[1];
      int k = shape[2];
      A a = drawn(kernels, m * k, seed);
      A b = drawn(kernels, k * n, seed + 1);
      A c = kernels.allocate(m * n);
      int aRow = form == 1 ? 1 : k;
      int aInner = form == 1 ? m : 1;
      int bInner = form == 2 ? 1 : n;
      int bColumn = form == 2 ? k : 1;
      for (int i = 0; i < 20; i++) {
        kernels.product(
            m, n, k, a, 0, aRow, aInner, b, 0, bInner, bColumn, kernels.allocate(n), 0, 0, c, 0, n);
      }
      return kernels.get(c, m * n - 1);
    }

    private static <A> A drawn(Kernels<A> kernels, int n, int seed) {
      A a = kernels.allocate(n);
      kernels.write(a, 0, new Random(seed).doubles(n, -1, 1).toArray(), 0, n);
      return a;
    }
  }

  private static String log() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+PrintCompilation",
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Products.class.getName()))
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(log).isZero();
    return log;
  }

  @Test
  void noKernelIsSkippedByACompiler() throws IOException, InterruptedException {
    List<String> lines = log().lines().filter(line -> line.contains("dev.gradus.kernel")).toList();
    assertThat(lines).noneMatch(line -> line.contains("COMPILE SKIPPED"));
    for (String tile :
        List.of("FloatPackedTiles::tile12x", "DoublePackedTiles::", "DoubleVectorTiles::tile4x")) {
      assertThat(lines).as(tile).anyMatch(line -> line.contains(tile) && line.contains(" 4  "));
    }
  }
}

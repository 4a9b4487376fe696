package dev.gradus.network;

import static dev.gradus.layer.Dense.dense;

import dev.gradus.layer.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The article's network 1-16-32-1, and reference values computed with NumPy in float64. */
public final class ArticleNetwork {
  private static final Map<String, double[]> GOLDEN = read();

  private ArticleNetwork() {}

  /** 609 parameters. */
  public static Network network() {
    return Network.of(
        1, dense(1, 16), Activation.RELU, dense(16, 32), Activation.RELU, dense(32, 1));
  }

  /** One reference value or row of values. */
  public static double[] golden(String name) {
    return Objects.requireNonNull(GOLDEN.get(name), name).clone();
  }

  private static Map<String, double[]> read() {
    try (InputStream in = ArticleNetwork.class.getResourceAsStream("/dev/gradus/article.txt")) {
      Map<String, double[]> values = new HashMap<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] words = line.split(" ", -1);
        values.put(
            words[0], Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray());
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

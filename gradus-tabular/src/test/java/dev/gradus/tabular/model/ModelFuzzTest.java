package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.Json;
import dev.gradus.tabular.file.Json.JsonException;
import dev.gradus.tabular.file.SignedHeader;
import dev.gradus.tabular.file.Tensor;
import dev.gradus.tabular.file.TensorFile;
import dev.gradus.tabular.file.TensorFileReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Any header whatever, its checksum made right: a model or a checkpoint, or a refusal with a code
 * and one line of text. In the build the files of {@code ModelFuzzTestInputs} are replayed; to look
 * for new ones:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl gradus-core,gradus-tabular test -Dtest=ModelFuzzTest#header
 * }</pre>
 */
class ModelFuzzTest {
  private static final Path FILE = Path.of("m.gradus");
  private static final List<List<Tensor>> WEIGHTS =
      Stream.of("format-2/values-2", "format-2/classes-2", "format-2/checkpoint-2")
          .map(name -> TensorFileReader.read(name, KeptFiles.bytes(name + ".gradus")).tensors())
          .toList();

  /**
   * The framing.
   *
   * @param input how many bytes of weights there are (two bytes), those, then the header's text: so
   *     a header that grows leaves the weights alone
   */
  @FuzzTest(maxDuration = "30m")
  void header(byte[] input) {
    int stated = input.length < 2 ? 0 : ((input[0] & 0xff) << 8) | (input[1] & 0xff);
    int from = Math.min(2, input.length);
    int to = Math.min(from + stated, input.length);
    byte[] weights = Arrays.copyOfRange(input, from, to);
    byte[] text = Arrays.copyOfRange(input, to, input.length);
    try {
      requireUsable(TensorFileReader.read("m.gradus", SignedHeader.file(text, weights)));
    } catch (ModelFormatException e) {
      requireDocumented(e);
    }
  }

  /** What the file's own text says, before the weights of several files. */
  @FuzzTest(maxDuration = "30m")
  void content(byte[] json) {
    for (List<Tensor> weights : WEIGHTS) {
      try {
        if (Json.read(json) instanceof Map<?, ?> map) {
          byte[] file = new TensorFile(texts(map), weights).bytes();
          requireUsable(TensorFileReader.read("m.gradus", file));
        }
      } catch (JsonException e) {
        assertThat(e).hasMessageMatching("\\P{Cntrl}{1,200}");
      } catch (ModelFormatException e) {
        requireDocumented(e);
      }
    }
  }

  @SuppressWarnings("unchecked") // Json makes maps with text keys only
  private static Map<String, Object> texts(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  /** A model that was read can be written, and is then the same. */
  private static void requireUsable(TensorFile file) {
    if (file.gradus().containsKey("checkpoint")) {
      assertThat(Kept.of(FILE, file).epoch()).isNotNegative();
      return;
    }
    byte[] bytes = ModelFile.read("m.gradus", file).bytes();
    assertThat(Model.read("m.gradus", bytes).bytes()).isEqualTo(bytes);
  }

  private static void requireDocumented(ModelFormatException e) {
    assertThat(e.code()).startsWith("model.");
    assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(600).matches("\\P{Cntrl}*");
  }
}

package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.TensorFileReader;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small models and a small checkpoint, damaged in every way that one byte or one end can be. */
class DamagedFilesTest {

  private static boolean isRefused(byte[] bytes) {
    try {
      TensorFileReader.read("m.gradus", bytes);
      return false;
    } catch (ModelFormatException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/values-1", "1/classes-1", "2/values-2", "2/checkpoint-2"})
  void everyPrefixIsRefused(String name) {
    byte[] whole = KeptFiles.bytes("format-" + name + ".gradus");
    assertThat(isRefused(whole)).isFalse();
    for (int length = 0; length < whole.length; length++) {
      assertThat(isRefused(Arrays.copyOf(whole, length))).as("prefix " + length).isTrue();
    }
    assertThat(isRefused(Arrays.copyOf(whole, whole.length + 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/values-1", "2/values-2", "2/checkpoint-2"})
  void everyFlippedBitIsRefused(String name) {
    byte[] whole = KeptFiles.bytes("format-" + name + ".gradus");
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(isRefused(flipped)).as("bit " + bit).isTrue();
    }
  }
}

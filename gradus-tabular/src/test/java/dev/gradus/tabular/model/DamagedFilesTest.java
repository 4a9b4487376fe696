package dev.gradus.tabular.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.TensorFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of every format version, whole and damaged. */
class DamagedFilesTest {

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = DamagedFilesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      TensorFileReader.read("m.gradus", bytes);
      return false;
    } catch (ModelFormatException e) {
      return true;
    }
  }

  private static byte[] present() {
    return Tables.trained(Tables.blobs(24), Tables.settings(1, 1, 1)).model().bytes();
  }

  @Test
  void everyPrefixIsRefused() throws IOException {
    for (byte[] whole : new byte[][] {bytes("format-1/values-1.gradus"), present()}) {
      assertThat(isRefused(whole)).isFalse();
      for (int length = 0; length < whole.length; length++) {
        assertThat(isRefused(Arrays.copyOf(whole, length))).as("prefix " + length).isTrue();
      }
    }
  }

  @Test
  void everyFlippedBitIsRefused() throws IOException {
    byte[] whole = bytes("format-1/values-1.gradus");
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(isRefused(flipped)).as("bit " + bit).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classes-1", "values-1"})
  void filesOfFormatOneAreStillRead(String name) throws IOException {
    Model model = Model.read(name, bytes("format-1/" + name + ".gradus"));
    assertThat(model.network().parameterCount()).isPositive();
    assertThat(model.vectors().rows()).isEmpty();
  }
}

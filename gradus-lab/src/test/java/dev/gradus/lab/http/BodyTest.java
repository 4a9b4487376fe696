package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BodyTest {

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void itHoldsTheBytesOfAnyLength() throws IOException {
    for (int length : new int[] {0, 1, 1023, 1024, 1025, 65_535, 65_536, 300_000}) {
      byte[] sent = bytes(length);
      int[] taken = {0};
      Body body = Body.read(new ByteArrayInputStream(sent), length, count -> taken[0] += count);
      assertThat(body.length()).isEqualTo(length).isEqualTo(taken[0]);
      assertThat(body.bytes()).isEqualTo(sent);
      assertThat(body.open().readAllBytes()).isEqualTo(sent);
      assertThat(body.open().readAllBytes()).isEqualTo(sent);
    }
  }

  @Test
  void oneByteTooManyIsRefused() {
    for (int limit : new int[] {0, 1, 1024, 100_000}) {
      assertThatThrownBy(
              () -> Body.read(new ByteArrayInputStream(bytes(limit + 1)), limit, count -> {}))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
    }
  }
}

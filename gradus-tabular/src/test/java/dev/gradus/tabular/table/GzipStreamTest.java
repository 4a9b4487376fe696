package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.DataException;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
  private static final class Stored extends ByteArrayInputStream {
    private boolean closed;

    Stored(int... bytes) {
      super(bytes(bytes));
    }

    private static byte[] bytes(int... values) {
      byte[] bytes = new byte[values.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) values[i];
      }
      return bytes;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Foreign, cut short, and of an unknown method of compression. */
  @Test
  void whatIsRefusedIsClosed() {
    for (Stored stored :
        new Stored[] {
          new Stored('a', 'b'), new Stored(0x1f, 0x8b, 8), new Stored(0x1f, 0x8b, 7, 0, 0, 0, 0, 0)
        }) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> GzipStream.of("d.csv.gz", stored).close());
      assertThat(stored.closed).isTrue();
    }
  }
}

package dev.gradus.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who publishes never waits for who listens. */
@Timeout(60)
class ListenersTest {

  /** Holds what is written, and the writer at its first flush until it is let go. */
  private static final class Slow extends OutputStream {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final CountDownLatch flushed = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    @Override
    public void write(int b) {
      bytes.write(b);
    }

    @Override
    public void flush() throws IOException {
      flushed.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  @Test
  void aSlowListenerMissesWhatHasBeenOvertaken() throws InterruptedException {
    Listeners listeners = new Listeners();
    Slow slow = new Slow();
    Thread listening =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    listeners.serve(slow, () -> Map.of("state", Map.of("first", 1)));
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
    slow.flushed.await();
    for (int i = 0; i < 10_000; i++) {
      listeners.tell("snapshot", Map.of("step", i));
    }
    listeners.tell("state", Map.of("last", 1));
    listeners.close();
    slow.go.countDown();
    listening.join();
    assertThat(slow.bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("event: state\ndata: {\"first\":1}\n\n");
  }

  @Test
  void theNewestOfEachKindComesInTheOrderOfTheirTelling() throws InterruptedException {
    Listeners listeners = new Listeners();
    Slow slow = new Slow();
    Thread listening =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    listeners.serve(slow, () -> Map.of("state", Map.of("first", 1)));
                  } catch (IOException e) {
                    // let go below
                  }
                });
    slow.flushed.await();
    listeners.tell("state", Map.of("n", 1));
    listeners.tell("snapshot", Map.of("n", 2));
    listeners.tell("state", Map.of("n", 3));
    slow.go.countDown();
    String wanted = "event: snapshot\ndata: {\"n\":2}\n\nevent: state\ndata: {\"n\":3}\n\n";
    while (!slow.bytes.toString(StandardCharsets.UTF_8).endsWith(wanted)) {
      Thread.onSpinWait();
    }
    listeners.close();
    listening.join();
    assertThat(slow.bytes.toString(StandardCharsets.UTF_8)).endsWith(wanted);
  }
}

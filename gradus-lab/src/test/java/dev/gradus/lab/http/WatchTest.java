package dev.gradus.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120) // hangs where the guard is missing
class WatchTest {

  @Test
  void whoWaitsTooLongLosesTheConnection() throws IOException {
    try (Watch watch = new Watch();
        ServerSocketChannel server = ServerSocketChannel.open()) {
      watch.start();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (SocketChannel client = SocketChannel.open(server.getLocalAddress());
          SocketChannel accepted = server.accept()) {
        assertThatThrownBy(() -> watch.within(50, () -> accepted.read(ByteBuffer.allocate(1))))
            .isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(accepted.isOpen()).isFalse();
        assertThat(client.isOpen()).isTrue();
      }
    }
  }

  @Test
  void whoHasLeftIsNeverInterrupted() throws IOException {
    try (Watch watch = new Watch()) {
      watch.start();
      for (int i = 0; i < 1000; i++) {
        assertThat(watch.within(1, () -> 7)).isEqualTo(7);
      }
      Watch.Wait wait = watch.begin();
      wait.enter(1);
      wait.extend(60_000);
      wait.leave();
      // One that lives longer than the deadlines above shows that the watch has looked since.
      Thread.interrupted(); // a deadline of 1 ms may have passed inside
      Watch.Wait other = watch.begin();
      other.enter(50);
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      assertThat(Thread.interrupted()).isTrue();
      other.end();
      wait.end();
    }
  }
}

package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void runsTheWorkAsOftenAsItIsTold() {
    for (int threads = 1; threads <= 2; threads++) {
      AtomicInteger runs = new AtomicInteger();
      assertThat(Watch.micros(threads, 7, runs::incrementAndGet)).isNotNegative().isFinite();
      assertThat(runs).hasValue(7);
    }
  }
}

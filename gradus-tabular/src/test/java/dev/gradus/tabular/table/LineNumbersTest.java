package dev.gradus.tabular.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
  @Test
  void linesComeBackHoweverTheyJump() {
    LineNumbers.Builder builder = new LineNumbers.Builder();
    long[] lines = {2, 3, 4, 9, 10, 12, 12_345_678_901L, 12_345_678_902L};
    LongStream.of(lines).forEach(builder::add);
    LineNumbers kept = builder.build();
    assertThat(kept.size()).isEqualTo(lines.length);
    for (int row = 0; row < lines.length; row++) {
      assertThat(kept.get(row)).isEqualTo(lines[row]);
    }
    assertThatThrownBy(() -> kept.get(8)).hasMessage("row 8 of 8");
    assertThat(LineNumbers.from(2, 5).get(4)).isEqualTo(6);
  }
}

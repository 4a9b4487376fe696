package dev.gradus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchArgumentsTest {
  @Test
  void withoutWordsEverythingRunsThreeTimesOnOneAndTwoThreads() {
    assertThat(BenchArguments.read(List.of()))
        .isEqualTo(
            new BenchArguments(
                EnumSet.allOf(Workload.class), List.of(1, 2), 3, false, true, Optional.empty()));
  }

  @Test
  void wordsAndFlagsComeInAnyOrder() {
    List<String> words =
        List.of(
            "--threads",
            "2,4",
            "w1W",
            "--json",
            "W2",
            "--runs",
            "5",
            "--no-peers",
            "--picture",
            "a.svg");
    assertThat(BenchArguments.read(words))
        .isEqualTo(
            new BenchArguments(
                EnumSet.of(Workload.W1W, Workload.W2),
                List.of(2, 4),
                5,
                true,
                false,
                Optional.of(Path.of("a.svg"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --runs          | --runs: wants a value
          --runs 0        | --runs 0: wants a whole number from 1 to 1024
          --threads 1,,2  | --threads : wants a whole number from 1 to 1024
          --threads two   | --threads two: wants a whole number from 1 to 1024
          --fast          | unknown flag --fast; see ./gradus bench --help
          W7              | "W7": no such workload; there are: W1, W1w, W2, W3, W4, W5
          """)
  void whatCannotBeUsedIsRefused(String words, String message) {
    assertThatThrownBy(() -> BenchArguments.read(List.of(words.split(" ", -1))))
        .isInstanceOf(WrongUse.class)
        .hasMessage(message);
  }
}

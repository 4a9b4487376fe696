package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.tabular.preprocess.CategoryFeature;
import dev.gradus.tabular.preprocess.Feature;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnSourceTest {
  private static Feature feature(int number) {
    return new CategoryFeature("c" + number, List.of("a\"", "b"), "b", true, true);
  }

  @Test
  void someColumnsMakeAClass() {
    ColumnSource source =
        new ColumnSource(IntStream.range(0, 21).mapToObj(ColumnSourceTest::feature).toList());
    assertThat(source.calls().lines())
        .containsExactly(
            "    Columns0.encode(numbers, texts, x);", "    Columns1.encode(numbers, texts, x);");
    assertThat(source.kinds()).isEqualTo('"' + "t".repeat(21) + '"');
    assertThat(source.nested())
        .contains("static final String[] KNOWN_20 = {\"a\\\"\", \"b\"};")
        .contains("oneHot(isMissing(texts[1]) ? \"b\" : texts[1], KNOWN_1, true, x, 4);")
        .contains("x[7] = isMissing(texts[1]) ? 1 : 0;");
  }
}

package dev.gradus.tabular.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameSourceTest {
  @Test
  void manyNamesAreSpreadOverClasses() {
    List<String> names = IntStream.range(0, 1001).mapToObj(i -> "n" + i).toList();
    NameSource source = new NameSource("Names", names);
    assertThat(source.calls().lines())
        .containsExactly(
            "    Collections.addAll(names, Names0.NAMES);",
            "    Collections.addAll(names, Names1.NAMES);");
    assertThat(source.nested()).contains("class Names1", "{\"n1000\"}");
  }
}

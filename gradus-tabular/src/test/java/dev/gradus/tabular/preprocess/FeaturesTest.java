package dev.gradus.tabular.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.error.ConfigException;
import dev.gradus.tabular.preprocess.Features.Fitted;
import dev.gradus.tabular.table.CategoryColumn;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.NumberColumn;
import dev.gradus.tabular.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final Table TABLE =
      Table.of(
          "d.csv",
          NumberColumn.of("n", 1, 3, Double.NaN, 5, 1000),
          CategoryColumn.of("c", "red", "blue", null, "blue", "green"),
          NumberColumn.of("y", 0, 1, 0, 1, 0));

  /** Row 2, where cells are missing, often enough for an input of its own. */
  private static final int[] TRAINING =
      IntStream.range(0, 4 * FeatureFitting.FEWEST_MARKED).map(i -> i % 4).toArray();

  @Test
  void onlyTheTrainingRowsAreLearnedFrom() {
    Features features = Features.fit(TABLE, List.of("n", "c"), TRAINING).features();
    NumberFeature n = (NumberFeature) features.list().get(0);
    assertThat(n.median()).isEqualTo(3);
    assertThat(n.mean()).isEqualTo(3);
    assertThat(n.deviation()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-15));
    assertThat(n.indicator()).isTrue();
    CategoryFeature c = (CategoryFeature) features.list().get(1);
    assertThat(c.categories()).containsExactly("blue", "red");
    assertThat(c.commonest()).isEqualTo("blue");
    assertThat(features.inputNames())
        .containsExactly("n", "n is missing", "c=blue", "c=red", "c is missing");
    assertThat(features.inputs()).isEqualTo(5);
  }

  /** What one row sets, one row teaches. */
  @Test
  void whatTooFewRowsMissHasNoInputOfItsOwn() {
    int[] oneFewer = Arrays.copyOf(TRAINING, TRAINING.length - 2);
    Features features = Features.fit(TABLE, List.of("n", "c"), oneFewer).features();
    assertThat(features.inputNames()).containsExactly("n", "c=blue", "c=red");
    double[] x = new double[3];
    List<CellCounts> counts = features.encode(TABLE, new int[] {2}, x);
    NumberFeature n = (NumberFeature) features.list().get(0);
    assertThat(x).containsExactly(n.encode(n.median()), 1, 0);
    assertThat(counts).containsExactly(new CellCounts("n", 1, 0, 0), new CellCounts("c", 1, 0, 0));
  }

  @Test
  void rowsAreEncodedAndWhatWasReplacedIsCounted() {
    Features features = Features.fit(TABLE, List.of("n", "c"), TRAINING).features();
    double[] x = new double[2 * 5];
    List<CellCounts> counts = features.encode(TABLE, new int[] {2, 4}, x);
    NumberFeature n = (NumberFeature) features.list().get(0);
    assertThat(x).containsExactly(0, 1, 1, 0, 1, n.encode(1000), 0, 0, 0, 0);
    assertThat(counts).containsExactly(new CellCounts("n", 1, 0, 1), new CellCounts("c", 1, 1, 0));
  }

  @Test
  void columnsAreMatchedByName() {
    Features features = Features.fit(TABLE, List.of("n", "c"), TRAINING).features();
    Table other =
        Table.of(
            "p.csv",
            CategoryColumn.of("c", "red"),
            CategoryColumn.of("more", "x"),
            NumberColumn.of("n", 3));
    assertThat(features.match(TABLE)).isFalse();
    assertThat(features.match(other)).isTrue();
    double[] x = new double[5];
    features.encode(other, new int[] {0}, x);
    assertThat(x).containsExactly(0, 0, 0, 1, 0);
    assertThat(features.kinds())
        .containsExactly(Map.entry("n", ColumnKind.NUMBER), Map.entry("c", ColumnKind.CATEGORY));
  }

  @Test
  void aMissingColumnIsRefused() {
    Table whole =
        Table.of(
            "d.csv",
            NumberColumn.of("a", 1, 2),
            NumberColumn.of("b", 1, 3),
            NumberColumn.of("c", 2, 3));
    Features features = Features.fit(whole, whole.names(), new int[] {0, 1}).features();
    Table part = Table.of("p.csv", NumberColumn.of("b", 1), NumberColumn.of("a", 3));
    assertThatThrownBy(() -> features.match(part))
        .hasMessage("p.csv: 2 feature columns, the model wants 3: a, b, c; not in the file: c");
  }

  @Test
  void aConstantColumnIsKeptAsZeroWithAWarning() {
    Table table =
        Table.of(
            "d.csv",
            NumberColumn.of("b", 0.1, 0.1, 0.1, 7),
            CategoryColumn.of("c", "x", "x", "x", "y"),
            NumberColumn.of("e", Double.NaN, Double.NaN, Double.NaN, 5));
    Fitted fitted = Features.fit(table, table.names(), new int[] {0, 1, 2});
    assertThat(fitted.warnings())
        .extracting(Warning::message)
        .containsExactly(
            "column b is constant; it is kept as 0",
            "column c is constant; it is kept as 0",
            "column e holds no value; it is kept as 0");
    double[] x = new double[4 * 3];
    fitted.features().encode(table, new int[] {0, 1, 2, 3}, x);
    assertThat(x).containsOnly(0);
  }

  @Test
  void hugeAndTinyNumbersStayFinite() {
    Table table =
        Table.of(
            "d.csv",
            NumberColumn.of("h", 1e308, -1e308, 1.7e308, 0),
            NumberColumn.of("t", 4.9e-324, 1e-320, 0, 2e-320));
    Fitted fitted = Features.fit(table, table.names(), new int[] {0, 1, 2, 3});
    assertThat(fitted.warnings())
        .extracting(Warning::message)
        .containsExactly("column h holds numbers up to 1.7E308; smaller units are wanted");
    double[] x = new double[8];
    fitted.features().encode(table, new int[] {0, 1, 2, 3}, x);
    for (double value : x) {
      assertThat(value).isBetween(-2.0, 2.0);
    }
    assertThat(x[0]).isNotEqualTo(x[2]);
  }

  @Test
  void standardizedColumnsHaveMeanZeroAndDeviationOne() {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = random.doubles(1000, -50, 200).toArray();
    Table table = Table.of("d.csv", NumberColumn.of("a", values));
    int[] rows = IntStream.range(0, 1000).toArray();
    NumberFeature feature =
        (NumberFeature) Features.fit(table, List.of("a"), rows).features().list().get(0);
    NumberFeature plain =
        new NumberFeature(
            "a",
            feature.kind(),
            feature.median(),
            feature.mean(),
            feature.deviation(),
            0,
            false,
            feature.seen());
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      double z = plain.encode(value);
      sum += z;
      squares += z * z;
    }
    assertThat(sum / 1000).isCloseTo(0, within(1e-12));
    assertThat(squares / 1000).isCloseTo(1, within(1e-12));
  }

  @Test
  void manyCategoriesShareTheRest() {
    String[] texts = new String[300];
    for (int i = 0; i < 300; i++) {
      texts[i] = "c" + (i % 100 < 60 ? i % 60 : i % 100);
    }
    Table table = Table.of("d.csv", CategoryColumn.of("c", texts));
    int[] rows = IntStream.range(0, 300).toArray();
    CategoryFeature c =
        (CategoryFeature) Features.fit(table, List.of("c"), rows).features().list().get(0);
    assertThat(c.categories()).hasSize(64).isSorted();
    assertThat(c.other()).isTrue();
    double[] x = new double[65];
    new Features(List.of(c))
        .encode(Table.of("p.csv", CategoryColumn.of("c", "never seen")), new int[] {0}, x);
    assertThat(x[64]).isEqualTo(1);
    assertThat(x[0]).isEqualTo(0);
  }

  @Test
  void nearlyUniqueTextIsSetAside() {
    String[] texts = IntStream.range(0, 40).mapToObj(i -> "name" + i).toArray(String[]::new);
    double[] numbers = IntStream.range(0, 40).asDoubleStream().toArray();
    Table table =
        Table.of("d.csv", CategoryColumn.of("name", texts), NumberColumn.of("n", numbers));
    Fitted fitted = Features.fit(table, table.names(), IntStream.range(0, 40).toArray());
    assertThat(fitted.features().names()).containsExactly("n");
    assertThat(fitted.warnings())
        .containsExactly(
            new Warning(
                "data.nearly_unique",
                "column name has 40 different texts in 40 rows; it is set aside"));
  }

  @Test
  void theTargetIsNoFeature() {
    assertThat(Features.columns(TABLE, "y", Optional.empty())).containsExactly("n", "c");
    assertThat(Features.columns(TABLE, "y", Optional.of(List.of("c")))).containsExactly("c");
    assertThatThrownBy(() -> Features.columns(TABLE, "y", Optional.of(List.of("n", "y"))))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--target y: also listed in --columns");
    assertThatThrownBy(() -> Features.columns(TABLE, "y", Optional.of(List.of("n", "n"))))
        .hasMessage("--columns: n is listed twice");
    assertThatThrownBy(() -> Features.columns(TABLE, "z", Optional.empty()))
        .hasMessage("--target z: no such column in d.csv; there are: n, c, y");
    assertThatThrownBy(
            () ->
                Features.fit(Table.of("d.csv", NumberColumn.of("y", 1)), List.of(), new int[] {0}))
        .hasMessage("d.csv: there is no feature column; at least 1 is wanted");
  }

  /** A table of one row and the same row among others give the same bits. */
  @Test
  void aRowIsEncodedAloneAsAmongOthers() {
    Features features = Features.fit(TABLE, List.of("n", "c"), TRAINING).features();
    double[] all = new double[5 * 5];
    features.encode(TABLE, new int[] {0, 1, 2, 3, 4}, all);
    for (int row = 0; row < 5; row++) {
      double[] one = new double[5];
      features.encode(TABLE, new int[] {row}, one);
      assertThat(one).containsExactly(Arrays.copyOfRange(all, 5 * row, 5 * row + 5));
    }
  }
}

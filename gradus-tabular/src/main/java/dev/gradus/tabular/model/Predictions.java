package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.CellCounts;
import java.util.List;
import java.util.stream.IntStream;

/** What a model makes of some rows. */
public sealed interface Predictions {

  /** How many rows. */
  int rows();

  /** What was imputed or unseen, for each column. */
  List<CellCounts> cells();

  /** The names of the columns that say it: one for each answer to a row. */
  default List<String> names() {
    return List.of("prediction");
  }

  /** The first answer to one row as a text: a number, or the name of a class. */
  String text(int row);

  /**
   * One of the answers to a row as a text.
   *
   * @param column its place in {@link #names}
   */
  default String text(int row, int column) {
    return text(row);
  }

  /** The same as a value: a number is a {@link Double}, a class a {@link String}. */
  default Object answer(int row, int column) {
    return text(row, column);
  }

  /**
   * Numbers, in the user's units.
   *
   * @param values [rows], shared
   */
  @SuppressWarnings("ArrayRecordComponent") // shared; equality is not used
  record Values(double[] values, List<CellCounts> cells) implements Predictions {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public String text(int row) {
      return Double.toString(values[row]);
    }

    @Override
    public Object answer(int row, int column) {
      return values[row];
    }
  }

  /**
   * Several numbers for each row, in the user's units.
   *
   * @param names of the numbers: {@code a, b} of targets, {@code prediction, q0.1, q0.9} of
   *     quantiles
   * @param values [rows × numbers], shared
   */
  @SuppressWarnings("ArrayRecordComponent") // shared; equality is not used
  record Several(List<String> names, double[] values, List<CellCounts> cells)
      implements Predictions {
    @Override
    public int rows() {
      return values.length / names.size();
    }

    @Override
    public String text(int row) {
      return text(row, 0);
    }

    @Override
    public String text(int row, int column) {
      return Double.toString(value(row, column));
    }

    @Override
    public Object answer(int row, int column) {
      return value(row, column);
    }

    /** One of the numbers. */
    public double value(int row, int column) {
      return values[row * names.size() + column];
    }

    /** One of the numbers of all rows. */
    public double[] column(int column) {
      return IntStream.range(0, rows()).mapToDouble(row -> value(row, column)).toArray();
    }
  }

  /**
   * Classes.
   *
   * @param classes their names, in their order
   * @param codes the most probable class of each row, [rows], shared; ties go to the lower
   * @param probabilities [rows × classes], shared
   */
  @SuppressWarnings("ArrayRecordComponent") // shared; equality is not used
  record Classes(List<String> classes, int[] codes, double[] probabilities, List<CellCounts> cells)
      implements Predictions {
    @Override
    public int rows() {
      return codes.length;
    }

    @Override
    public String text(int row) {
      return classes.get(codes[row]);
    }
  }
}

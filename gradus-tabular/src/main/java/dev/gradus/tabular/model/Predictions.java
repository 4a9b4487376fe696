package dev.gradus.tabular.model;

import dev.gradus.tabular.preprocess.CellCounts;
import java.util.List;

/** What a model makes of some rows. */
public sealed interface Predictions {

  /** How many rows. */
  int rows();

  /** What was imputed or unseen, for each column. */
  List<CellCounts> cells();

  /** The prediction of one row as a text: a number, or the name of a class. */
  String text(int row);

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

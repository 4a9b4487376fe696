package dev.gradus.tabular.summary;

import dev.gradus.error.DataException;
import dev.gradus.error.FileException;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.TableOptions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is in a table.
 *
 * @param file as the user gave it
 * @param rows how many count: with {@link MissingPolicy#DROP} those without a missing cell
 * @param dropped how many rows do not
 * @param columns in the order of the file, or of the selection
 * @param first the first row that counts: numbers as doubles, all other cells as texts, null where
 *     a missing cell has nothing to stand for it
 * @param last the last
 */
public record TableSummary(
    String file,
    long rows,
    long dropped,
    List<ColumnSummary> columns,
    List<@Nullable Object> first,
    List<@Nullable Object> last) {

  /** Copies the list of columns; shares the rows. */
  public TableSummary {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a table once, in bounded memory whatever its size.
   *
   * @param options of which {@code selected} gives the order of the columns
   * @throws FileException if it cannot be opened or read
   * @throws Refused if its content breaks the dialect or a limit, or a cell does not fit
   */
  public static TableSummary read(CsvSource source, TableOptions options, MissingPolicy missing)
      throws Refused {
    return read(source, options, names -> options, missing);
  }

  /**
   * The same with options that depend on the names of the columns.
   *
   * @param options with which the file is opened: its dialect
   * @param wanted from the names of the columns
   */
  public static TableSummary read(
      CsvSource source,
      TableOptions options,
      Function<List<String>, TableOptions> wanted,
      MissingPolicy missing)
      throws Refused {
    return Inspection.of(source, options, wanted, missing);
  }

  /** How many cells are missing. */
  public long missing() {
    return columns.stream().mapToLong(ColumnSummary::missing).sum();
  }

  /** The table is wrong, and where. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<DataException> errors;

    Refused(List<DataException> errors) {
      super(errors.getFirst().getMessage(), errors.getFirst());
      this.errors = List.copyOf(errors);
    }

    /** The first of them, at most 20, in the order of the file; at least one. */
    public List<DataException> errors() {
      return errors;
    }
  }
}

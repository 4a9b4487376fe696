package dev.gradus.tabular.summary;

import dev.gradus.error.DataException;
import dev.gradus.error.Location;
import dev.gradus.tabular.table.CellFaults;
import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.ColumnProfile;
import dev.gradus.tabular.table.CsvRecord;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.MissingTokens;
import dev.gradus.tabular.table.RecordReader;
import dev.gradus.tabular.table.TableOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One reading of a table, record by record. */
final class Inspection {
  /** After one of these the reader goes on with the next record. */
  private static final Set<String> PASSING =
      Set.of("csv.ragged", "csv.blank_line", "csv.bare_quote");

  private final RecordReader reader;
  private final TableOptions options;
  private final MissingPolicy policy;
  private final CellFaults faults;
  private final MissingTokens missing;
  private final int[] places;
  private final List<ColumnTally> columns = new ArrayList<>();
  private final List<OddCells> odd = new ArrayList<>();
  private final List<DataException> errors = new ArrayList<>();
  private final double[] values;
  private final boolean[] absent;
  private @Nullable CsvRecord first;
  private @Nullable CsvRecord last;
  private long rows;
  private long dropped;

  private Inspection(RecordReader reader, TableOptions options, MissingPolicy policy) {
    this.reader = reader;
    this.options = options;
    this.policy = policy;
    faults = new CellFaults(reader, options);
    missing = new MissingTokens(options.dialect());
    Map<String, Integer> placeOf = new HashMap<>();
    reader.names().forEach(name -> placeOf.put(name, placeOf.size()));
    List<String> wanted =
        (options.selected().isEmpty() ? reader.names() : options.selected())
            .stream().filter(name -> placeOf.containsKey(name) && options.wants(name)).toList();
    places = wanted.stream().mapToInt(name -> placeOf.getOrDefault(name, 0)).toArray();
    values = new double[places.length];
    absent = new boolean[places.length];
    ColumnTally.Room room = ColumnTally.Room.ofOne(Math.max(1, places.length));
    for (String name : wanted) {
      Optional<ColumnKind> stated = Optional.ofNullable(options.kinds().get(name));
      ColumnProfile profile = new ColumnProfile(options.dialect(), reader.likelyDelimiter());
      columns.add(new ColumnTally(name, stated, profile, room));
      odd.add(new OddCells());
    }
  }

  static TableSummary of(
      CsvSource source,
      TableOptions options,
      Function<List<String>, TableOptions> wanted,
      MissingPolicy policy)
      throws TableSummary.Refused {
    try (RecordReader reader = RecordReader.open(source, options)) {
      Inspection inspection = new Inspection(reader, wanted.apply(reader.names()), policy);
      inspection.readAll();
      return inspection.summary();
    } catch (DataException e) {
      throw new TableSummary.Refused(List.of(e));
    }
  }

  private void readAll() {
    boolean more = true;
    while (more) {
      try {
        CsvRecord record = reader.next();
        more = record != null;
        if (record != null) {
          take(record);
        }
      } catch (DataException e) {
        note(e);
        more = PASSING.contains(e.code());
      }
    }
  }

  /** Structural errors come in the order of the file: the first are enough. */
  private void note(DataException e) {
    if (errors.size() < OddCells.MOST) {
      errors.add(e);
    }
  }

  private void take(CsvRecord record) {
    boolean whole = true;
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      String text = record.trimmed(place);
      absent[i] = missing.holds(text);
      if (absent[i]) {
        whole = false;
        if (policy == MissingPolicy.ERROR && errors.size() < OddCells.MOST) {
          note(faults.missing(faults.cell(record, place), text));
        }
      } else {
        values[i] = columns.get(i).look(text);
        odd.get(i).look(text, columns.get(i).lastKind(), record, place);
      }
    }
    if (policy == MissingPolicy.DROP && !whole) {
      dropped++;
    } else {
      count(record);
    }
  }

  private void count(CsvRecord record) {
    for (int i = 0; i < places.length; i++) {
      if (absent[i]) {
        columns.get(i).addMissing();
      } else {
        columns.get(i).add(record.text(places[i]), values[i]);
      }
    }
    first = first == null ? record : first;
    last = record;
    rows++;
  }

  private TableSummary summary() throws TableSummary.Refused {
    List<DataException> all = allErrors();
    if (!all.isEmpty()) {
      throw new TableSummary.Refused(all);
    }
    CsvRecord top = first;
    CsvRecord bottom = last;
    if (top == null || bottom == null) {
      String what =
          dropped == 0
              ? "there are no data rows"
              : "every row has a missing cell; --missing drop leaves none";
      throw new DataException("csv.no_rows", Location.of(reader.file()), what);
    }
    List<ColumnSummary> summaries = columns.stream().map(ColumnTally::summary).toList();
    return new TableSummary(
        reader.file(), rows, dropped, summaries, row(top, summaries), row(bottom, summaries));
  }

  private List<DataException> allErrors() {
    List<DataException> all = new ArrayList<>(errors);
    all.addAll(firstOdd());
    all.sort(
        Comparator.<DataException>comparingLong(e -> e.location().line())
            .thenComparingInt(e -> e.location().column()));
    boolean misread = reader.likelyDelimiter() != options.dialect().delimiter();
    return all.subList(0, Math.min(all.size(), misread ? 1 : OddCells.MOST)); // one says it all
  }

  /** The first cells that do not fit their columns; more are not told of. */
  private List<DataException> firstOdd() {
    record Found(OddCells.Cell cell, ColumnTally column) {}
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      ColumnTally column = columns.get(i);
      odd.get(i).of(column.kind()).forEach(cell -> found.add(new Found(cell, column)));
    }
    return found.stream()
        .sorted(
            Comparator.<Found>comparingLong(one -> one.cell.line())
                .thenComparingInt(one -> one.cell.column()))
        .limit(OddCells.MOST)
        .map(one -> misfit(one.cell, one.column))
        .toList();
  }

  private DataException misfit(OddCells.Cell cell, ColumnTally column) {
    ColumnKind kind = column.kind();
    Location place = faults.cell(cell.line(), cell.column());
    return faults.misfit(kind, place, cell.text(), column.fitting(kind));
  }

  private List<@Nullable Object> row(CsvRecord record, List<ColumnSummary> summaries) {
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      ColumnSummary column = summaries.get(i);
      String text = record.trimmed(places[i]);
      if (missing.holds(text)) {
        row.add(imputed(column));
      } else if (column.kind() == ColumnKind.NUMBER) {
        row.add(column.kind().read(text, options.dialect().decimal()));
      } else {
        row.add(column.kind() == ColumnKind.CATEGORY ? record.text(places[i]) : text);
      }
    }
    return row;
  }

  private static @Nullable Object imputed(ColumnSummary column) {
    return switch (column.kind()) {
      case NUMBER -> column.numbers().map(ColumnSummary.Numbers::median).orElse(null);
      case DATE, TIME ->
          column.numbers().map(numbers -> column.kind().text(numbers.median())).orElse(null);
      case BOOLEAN, CATEGORY ->
          column.common().isEmpty() ? null : column.common().getFirst().text();
    };
  }
}

package dev.gradus.tabular.summary;

import dev.gradus.tabular.table.ColumnKind;
import dev.gradus.tabular.table.ColumnProfile;
import java.util.List;
import java.util.Optional;

/** A column while its cells come, before its kind is known. */
final class ColumnTally {
  /** As many different texts as training takes for a category without a second look. */
  private static final int FEW = 20;

  /** So many of the commonest texts are told. */
  static final int SHOWN = 10;

  private final String name;
  private final Optional<ColumnKind> stated;
  private final ColumnProfile profile;
  private final NumberTally numbers;
  private final DistinctCounter distinct;
  private final CommonTexts texts;
  private boolean abandoned;
  private long present;
  private long missing;

  /**
   * How much a column may keep.
   *
   * @param numbers of numbers and of hashes
   * @param texts of texts
   * @param characters of all texts
   */
  record Room(int numbers, int texts, long characters) {
    /** An equal share of a fixed total. */
    static Room ofOne(int columns) {
      int share = Integer.highestOneBit((1 << 20) / columns);
      return new Room(
          Math.clamp(share, 128, 1 << 16),
          Math.clamp(share >> 4, 32, 1 << 12),
          (long) (1 << 23) / columns);
    }
  }

  ColumnTally(String name, Optional<ColumnKind> stated, ColumnProfile profile, Room room) {
    this.name = name;
    this.stated = stated;
    this.profile = profile;
    numbers = new NumberTally(room.numbers());
    distinct = new DistinctCounter(room.numbers());
    texts = new CommonTexts(room.texts(), room.characters());
  }

  /** What a cell with a value says about the kind: see {@link ColumnProfile#add}. */
  double look(String trimmed) {
    return profile.add(trimmed);
  }

  /** The kind of the cell that was looked at last. */
  ColumnKind lastKind() {
    return profile.lastKind();
  }

  /** A cell of a row that counts. */
  void add(String text, double value) {
    present++;
    if (Double.isNaN(value) || stated.equals(Optional.of(ColumnKind.CATEGORY))) {
      distinct.add(text);
    } else {
      distinct.add(value);
      numbers.add(value);
    }
    if (!abandoned) {
      texts.add(text);
      if (texts.uncertain() > 0 && 10 * profile.fitting(ColumnKind.NUMBER) >= 9 * present) {
        abandoned = true; // numbers, and many: nobody asks for the commonest
        texts.clear();
      }
    }
  }

  /** A missing cell of a row that counts. */
  void addMissing() {
    missing++;
  }

  String name() {
    return name;
  }

  ColumnKind kind() {
    return stated.orElseGet(profile::kind);
  }

  /** How many cells are of a kind. */
  long fitting(ColumnKind kind) {
    return profile.fitting(kind);
  }

  ColumnSummary summary() {
    ColumnKind kind = kind();
    boolean category = kind == ColumnKind.CATEGORY;
    boolean listed = category || kind == ColumnKind.BOOLEAN;
    boolean counted = listed && texts.uncertain() == 0 && !abandoned;
    long different = counted ? texts.size() : distinct.count();
    List<ColumnSummary.Value> common =
        listed
            ? texts.first(SHOWN).stream()
                .filter(value -> counted || value.count() > texts.uncertain())
                .map(value -> new ColumnSummary.Value(value.text(), value.count()))
                .toList()
            : List.of();
    return new ColumnSummary(
        name,
        kind,
        present,
        missing,
        different,
        counted || distinct.isExact(),
        category ? Optional.empty() : numbers.summary(),
        common,
        !listed || counted,
        category && isNearlyUnique(different, present));
  }

  /** Whether texts are names or keys, which training sets aside. */
  static boolean isNearlyUnique(long different, long present) {
    return different > FEW && 2 * different > present;
  }
}

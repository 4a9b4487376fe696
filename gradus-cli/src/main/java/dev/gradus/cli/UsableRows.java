package dev.gradus.cli;

import dev.gradus.tabular.model.Part;
import dev.gradus.tabular.table.CsvSource;

/**
 * The rows of a table that can be used.
 *
 * @param source where the table was read from
 * @param part those
 * @param withTarget how many had a target, before those with missing cells were left out
 */
record UsableRows(CsvSource source, Part part, int withTarget) {
  int withoutTarget() {
    return part.table().rows() - withTarget;
  }

  int withMissingCells() {
    return withTarget - part.size();
  }
}

package dev.gradus.cli;

import dev.gradus.tabular.model.Part;

/**
 * The rows of a table that can be used.
 *
 * @param part those
 * @param withTarget how many had a target, before those with missing cells were left out
 */
record UsableRows(Part part, int withTarget) {
  int withoutTarget() {
    return part.table().rows() - withTarget;
  }

  int withMissingCells() {
    return withTarget - part.size();
  }
}

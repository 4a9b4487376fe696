package dev.gradus.tabular.preprocess;

import dev.gradus.tabular.table.ColumnKind;
import java.util.List;

/** How one column becomes inputs of the network: plain data, learned from the training rows. */
public sealed interface Feature permits NumberFeature, CategoryFeature {

  /** The column's name. */
  String name();

  /** The kind of column that it encodes. */
  ColumnKind kind();

  /** The names of the inputs, in order; at least one. */
  List<String> inputNames();

  /** Encodes one cell at a time, with the bits of {@link Features#encode}. Made once for many. */
  CellEncoder cells();
}

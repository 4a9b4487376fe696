/**
 * A CSV file becomes a table of typed columns: a strict dialect, a strict number grammar, and an
 * answer with file, line and column for everything that does not fit.
 */
@NullMarked
package dev.gradus.tabular.table;

import org.jspecify.annotations.NullMarked;

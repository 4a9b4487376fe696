/** Data sets made by a formula, for whoever has none. */
@NullMarked
package dev.gradus.tabular.sample;

import org.jspecify.annotations.NullMarked;

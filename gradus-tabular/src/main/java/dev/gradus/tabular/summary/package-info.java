/**
 * What is in a table that may be larger than the memory: one reading, and sketches that say where
 * they are approximate.
 */
@NullMarked
package dev.gradus.tabular.summary;

import org.jspecify.annotations.NullMarked;

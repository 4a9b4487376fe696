/** How good predictions are, each figure to be read beside that of a trivial baseline. */
@NullMarked
package dev.gradus.tabular.metric;

import org.jspecify.annotations.NullMarked;

/** Line charts as values, and their pictures: SVG by our own writer, PNG through XChart. */
@NullMarked
package dev.gradus.tabular.chart;

import org.jspecify.annotations.NullMarked;

/** The report of a training: one HTML page that needs nothing else. */
@NullMarked
package dev.gradus.tabular.report;

import org.jspecify.annotations.NullMarked;

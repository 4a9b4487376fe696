/** Models: a network with its preprocessing, trained from a table, kept in a file. */
@NullMarked
package dev.gradus.tabular.model;

import org.jspecify.annotations.NullMarked;

/**
 * What turns the columns of a table into the inputs and targets of a network, fitted on the
 * training rows alone and kept with the model as plain data.
 */
@NullMarked
package dev.gradus.tabular.preprocess;

import org.jspecify.annotations.NullMarked;

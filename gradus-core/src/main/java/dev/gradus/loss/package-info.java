/** Losses: the mean over a batch, and its gradient with respect to the prediction. */
@NullMarked
package dev.gradus.loss;

import org.jspecify.annotations.NullMarked;

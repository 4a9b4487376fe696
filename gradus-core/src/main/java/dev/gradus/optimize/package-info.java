/** Optimizers and learning-rate schedules. A vector is a 1 × p matrix; no layer is known here. */
@NullMarked
package dev.gradus.optimize;

import org.jspecify.annotations.NullMarked;

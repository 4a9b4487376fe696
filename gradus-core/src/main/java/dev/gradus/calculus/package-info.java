/** Checking a gradient: for any function from R^p to R, with nothing else of Gradus. */
@NullMarked
package dev.gradus.calculus;

import org.jspecify.annotations.NullMarked;

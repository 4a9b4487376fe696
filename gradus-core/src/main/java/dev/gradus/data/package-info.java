/** Where batches come from: a function, or a data set. */
@NullMarked
package dev.gradus.data;

import org.jspecify.annotations.NullMarked;

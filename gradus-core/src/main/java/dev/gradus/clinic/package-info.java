/**
 * The classic mistakes of a backward pass: planted one at a time, to see whether a check would find
 * them, and recognized in a gradient that failed.
 */
@NullMarked
package dev.gradus.clinic;

import org.jspecify.annotations.NullMarked;

/** Looks at a table before a model is trained: what repeats, what leaks, what is out of balance. */
@NullMarked
package dev.gradus.tabular.audit;

import org.jspecify.annotations.NullMarked;

/** The training loop, and nothing but the loop; what it has to tell, it tells as events. */
@NullMarked
package dev.gradus.train;

import org.jspecify.annotations.NullMarked;

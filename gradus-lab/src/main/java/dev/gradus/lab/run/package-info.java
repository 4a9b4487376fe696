/** Not exported: a run, its course, and what is seen of it from outside. */
@NullMarked
package dev.gradus.lab.run;

import org.jspecify.annotations.NullMarked;

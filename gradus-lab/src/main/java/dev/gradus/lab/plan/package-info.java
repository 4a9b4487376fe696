/** Not exported: what is to be trained on what, before the first step. */
@NullMarked
package dev.gradus.lab.plan;

import org.jspecify.annotations.NullMarked;

/** Not exported: requests, who may send them, how long they may take; nothing about networks. */
@NullMarked
package dev.gradus.lab.http;

import org.jspecify.annotations.NullMarked;

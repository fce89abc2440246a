/** Where the town's words are written. */
@NullMarked
package de.notbetrieb.newsroom.web;

import org.jspecify.annotations.NullMarked;

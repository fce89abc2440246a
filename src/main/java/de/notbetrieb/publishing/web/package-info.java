/** Asking for a release, looking at the difference, deciding. */
@NullMarked
package de.notbetrieb.publishing.web;

import org.jspecify.annotations.NullMarked;

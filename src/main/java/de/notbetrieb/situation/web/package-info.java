/** The boards of what is so: systems and services. */
@NullMarked
package de.notbetrieb.situation.web;

import org.jspecify.annotations.NullMarked;

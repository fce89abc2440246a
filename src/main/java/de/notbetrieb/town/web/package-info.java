/** The screens of what is true in peace: the phone book. */
@NullMarked
package de.notbetrieb.town.web;

import org.jspecify.annotations.NullMarked;

/** Opening hours, holidays, phone numbers: what a town's calendar and phone book stand on. */
@NamedInterface("calendar")
@NullMarked
package de.notbetrieb.town.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

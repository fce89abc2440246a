/** Special days and the next word for people's own calendars. */
@NullMarked
package de.notbetrieb.channel.calendar;

import org.jspecify.annotations.NullMarked;

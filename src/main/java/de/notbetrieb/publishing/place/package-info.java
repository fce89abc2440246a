/**
 * Who speaks for us, and what do they say? Places are written down by people, fed by upload or by
 * hand, and read back from outside. What should stand there always follows from the journal, so that
 * feeding can be repeated at any time without harm.
 */
@NamedInterface("place")
@NullMarked
package de.notbetrieb.publishing.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

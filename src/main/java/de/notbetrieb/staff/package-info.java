/** Where do I begin? The start page, signing in, and the frame around every screen. */
@ApplicationModule(displayName = "Staff")
@NullMarked
package de.notbetrieb.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

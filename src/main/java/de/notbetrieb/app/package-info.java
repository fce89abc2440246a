/** How does it start? Commands, wiring, and the two processes. */
@ApplicationModule(displayName = "App")
@NullMarked
package de.notbetrieb.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

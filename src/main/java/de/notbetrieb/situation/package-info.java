/**
 * What is so? The state of each system, way in and office as people report it; the state of each
 * service as it follows from that, and why. Deriving is a pure function of the facts.
 */
@ApplicationModule(
    displayName = "Situation",
    allowedDependencies = {
      "town",
      "town::file",
      "town::calendar",
      "access",
      "journal",
      "edition",
      "platform",
      "platform :: web",
      "access :: web"
    })
@NullMarked
package de.notbetrieb.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * May this go out, and where? Composes what would be public, shows the difference, takes the
 * release and seals an edition. The only room that copies into the types of an edition: field by
 * field, never by reflection.
 */
@ApplicationModule(
    displayName = "Publishing",
    allowedDependencies = {
      "newsroom",
      "situation",
      "town",
      "town :: calendar",
      "town :: file",
      "access",
      "journal",
      "channel",
      "channel :: export",
      "channel :: posts",
      "edition",
      "platform",
      "platform :: web",
      "access :: web"
    })
@NullMarked
package de.notbetrieb.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

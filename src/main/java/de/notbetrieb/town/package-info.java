/**
 * Who are we? The facts of peace time: offices, units, the phone book, opening hours, services,
 * systems and what depends on what. Prepared in the town file or started from the template.
 */
@ApplicationModule(
    displayName = "Town",
    allowedDependencies = {
      "access",
      "journal",
      "edition",
      "platform",
      "platform :: web",
      "access :: web"
    })
@NullMarked
package de.notbetrieb.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

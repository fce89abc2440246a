/**
 * What do we say? Updates, answers, notices, the headline and the promised next word. A text enters
 * a draft when somebody has marked it ready.
 */
@ApplicationModule(
    displayName = "Newsroom",
    allowedDependencies = {
      "situation",
      "town",
      "town :: file",
      "access",
      "journal",
      "edition",
      "platform",
      "platform :: web",
      "access :: web"
    })
@NullMarked
package de.notbetrieb.newsroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who may? People, what their roles allow, signing in, and the keys that only a releaser's own
 * password opens.
 */
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"journal", "edition", "platform", "platform :: web"})
@NullMarked
package de.notbetrieb.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

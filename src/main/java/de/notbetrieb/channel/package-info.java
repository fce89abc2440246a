/**
 * How is it told? Every channel is a pure function of an edition: the same edition gives the same
 * bytes, on every machine and at every time.
 */
@ApplicationModule(
    displayName = "Channel",
    allowedDependencies = {"edition", "platform"})
@NullMarked
package de.notbetrieb.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

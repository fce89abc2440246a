/**
 * What happened, provably? The one door for writing. Every change is an entry: a leaf without
 * personal data in the town's RFC 6962 tree, with the complete state after the change beside it,
 * which can be erased while the leaf stays. The current state of every record is one row that names
 * its entry. The format is written down in {@code docs/formats/journal.md}.
 */
@ApplicationModule(displayName = "Journal", allowedDependencies = "platform")
@NullMarked
package de.notbetrieb.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

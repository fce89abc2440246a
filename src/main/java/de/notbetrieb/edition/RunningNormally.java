package de.notbetrieb.edition;

import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something that works as always, said with its source.
 *
 * @param confirmedAt when the source confirmed it
 */
public record RunningNormally(Text what, Text source, Optional<OffsetDateTime> confirmedAt) {}

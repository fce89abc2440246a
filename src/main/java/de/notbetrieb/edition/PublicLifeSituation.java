package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;

/**
 * A grouping as residents think: moving, birth, car.
 *
 * @param often whether it stands among the often needed ones on the start page
 */
public record PublicLifeSituation(Slug slug, Text name, boolean often) {}

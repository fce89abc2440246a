package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.Optional;

/** A node of the Organigramm. */
public record PublicUnit(Slug slug, Text name, Optional<Slug> parent) {}

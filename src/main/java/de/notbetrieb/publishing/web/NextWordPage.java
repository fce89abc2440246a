package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.Form;
import java.util.Optional;

/**
 * When the next word is due.
 *
 * @param promised what the live edition promises
 * @param decided what the next one will promise
 */
public record NextWordPage(
    Optional<String> promised,
    Optional<String> decided,
    boolean late,
    long seen,
    boolean mayWrite,
    Form form) {}

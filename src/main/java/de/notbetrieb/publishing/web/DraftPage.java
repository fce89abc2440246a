package de.notbetrieb.publishing.web;

import de.notbetrieb.publishing.Difference;

/**
 * What would be public now.
 *
 * @param nextWordDue a suggestion for the promise, as a form field takes it
 */
public record DraftPage(
    Difference difference, int number, String nextWordDue, boolean mayRequest) {}

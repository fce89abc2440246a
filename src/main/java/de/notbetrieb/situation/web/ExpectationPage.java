package de.notbetrieb.situation.web;

import de.notbetrieb.platform.web.Form;

/**
 * How long a service may take, and what people can say of it.
 *
 * @param seen the entry of what is said now, 0 when nothing is
 */
public record ExpectationPage(String service, String name, long seen, Form form) {}

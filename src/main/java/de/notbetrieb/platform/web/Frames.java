package de.notbetrieb.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Makes the frame of a screen; the room that knows everything it shows does it. */
public interface Frames {
  /**
   * @param active the key of the navigation's entry; also names the title
   */
  Frame of(HttpServletRequest request, String active, String title);

  /** For a page that says that nothing can be read: it needs no database itself. */
  Frame withoutData(HttpServletRequest request, String title);
}

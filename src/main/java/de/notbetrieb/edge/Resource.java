package de.notbetrieb.edge;

import java.util.Optional;

/**
 * A file with its compressed forms, each as the response that sends it and the one that says "you
 * have it".
 */
record Resource(Form plain, Optional<Form> gzip, Optional<Form> brotli) {

  /** One form. */
  record Form(Head head, Prepared full, Prepared unchanged) {
    static Form of(Head head, byte[] body) {
      return new Form(head, Prepared.of(head, body), Prepared.of(head.notModified(), new byte[0]));
    }
  }

  /** The file as it is, uncompressed. */
  byte[] bytes() {
    return plain.full().bodyBytes();
  }

  Prepared answer(Request request) {
    Form form = plain;
    if (request.acceptsBrotli() && brotli.isPresent()) {
      form = brotli.get();
    } else if (request.acceptsGzip() && gzip.isPresent()) {
      form = gzip.get();
    }
    return request.alreadyHas(form.full().etag()) ? form.unchanged() : form.full();
  }
}

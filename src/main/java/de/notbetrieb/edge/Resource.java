package de.notbetrieb.edge;

import java.util.Optional;

/**
 * A file with its compressed forms, each as the response that sends it and the one that says "you
 * have it".
 */
record Resource(Form plain, Optional<Form> gzip, Optional<Form> brotli) {

  /** One form. Of most files of a large town nobody ever asks whether they have changed. */
  static final class Form {
    private final Prepared full;
    private Optional<Prepared> unchanged = Optional.empty();

    private Form(Prepared full) {
      this.full = full;
    }

    static Form of(Head head, byte[] body) {
      return new Form(Prepared.of(head, body));
    }

    Prepared full() {
      return full;
    }

    /** Made when it is first asked for, by the one talking thread. */
    Prepared unchanged() {
      if (unchanged.isEmpty()) {
        unchanged = Optional.of(full.notModified());
      }
      return unchanged.get();
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

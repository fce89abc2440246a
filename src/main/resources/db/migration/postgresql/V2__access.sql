-- Secrets are no records: the journal says that they changed, never what they are.
CREATE TABLE credential (
  town TEXT NOT NULL,
  person TEXT NOT NULL,
  verifier TEXT NOT NULL,
  wrapped_key TEXT,
  PRIMARY KEY (town, person)
);

CREATE TABLE town_key (
  town TEXT NOT NULL PRIMARY KEY,
  public_key TEXT NOT NULL
);

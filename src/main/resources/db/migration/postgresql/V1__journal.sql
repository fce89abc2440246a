CREATE TABLE entry (
  town TEXT NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  happened_us BIGINT NOT NULL,
  happened_zone TEXT NOT NULL,
  recorded_us BIGINT NOT NULL,
  recorded_zone TEXT NOT NULL,
  actor TEXT NOT NULL,
  envelope TEXT NOT NULL,
  leaf_hash TEXT NOT NULL,
  PRIMARY KEY (town, number)
);
CREATE INDEX entry_of_subject ON entry (town, subject, number);

CREATE TABLE payload (
  town TEXT NOT NULL,
  number BIGINT NOT NULL,
  salt TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (town, number),
  FOREIGN KEY (town, number) REFERENCES entry (town, number)
);

CREATE TABLE record (
  town TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,
  entry BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (town, kind, id),
  FOREIGN KEY (town, entry) REFERENCES entry (town, number)
);

CREATE TABLE head (
  town TEXT NOT NULL PRIMARY KEY,
  size BIGINT NOT NULL,
  frontier TEXT NOT NULL
);

CREATE TABLE handled_request (
  town TEXT NOT NULL,
  request TEXT NOT NULL,
  head BIGINT NOT NULL,
  handled_us BIGINT NOT NULL,
  PRIMARY KEY (town, request)
);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
FOR EACH ROW EXECUTE FUNCTION refuse('an entry of the journal is never changed');
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
FOR EACH ROW EXECUTE FUNCTION refuse('an entry of the journal is never deleted');
CREATE TRIGGER entry_is_never_truncated BEFORE TRUNCATE ON entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse('an entry of the journal is never deleted');
CREATE TRIGGER payload_is_never_changed BEFORE UPDATE ON payload
FOR EACH ROW EXECUTE FUNCTION refuse('a payload is never changed, only erased');

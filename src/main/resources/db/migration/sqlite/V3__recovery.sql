-- The town's key, wrapped under the words that somebody wrote down by hand.
CREATE TABLE recovery (
  town TEXT NOT NULL PRIMARY KEY,
  wrapped_key TEXT NOT NULL
);

#!/usr/bin/env python3
"""Checks a journal or editions of Notbetrieb. Written from journal.md and edition.md; needs only Python 3.8.

  verify.py journal FILE [--root SIZE:ROOT]...   the journals in an SQLite database
  verify.py edition TOWN_FOLDER...               towns/<slug>: all its editions, their chain and the edition log

Exit code: 0 everything is as it should be, 1 something is not, 2 the call was wrong.
"""
import base64
import datetime
import hashlib
import json
import os
import re
import sqlite3
import sys
import urllib.parse


class Findings:
    """What is wrong, each with its place, what was expected and what was found."""

    def __init__(self):
        self.count = 0

    def expect(self, place, what, expected, found):
        if expected != found:
            self.say(place, what, expected, found)
            return False
        return True

    def say(self, place, what, expected, found):
        self.count += 1
        print("%s: %s: expected %s, found %s" % (place, what, expected, found))


# ---------------------------------------------------------------- journal

COLUMNS = {
    "kind": "kind", "subject": "subject", "happened": "happened_us", "happenedZone": "happened_zone",
    "recorded": "recorded_us", "recordedZone": "recorded_zone", "actor": "actor",
}
KEYS = sorted(list(COLUMNS) + ["format", "town", "number", "version", "payload"])
ERASURE = "journal.erasure"


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Tree:
    """RFC 6962, as the hashes of its perfect subtrees."""

    def __init__(self):
        self.size, self.frontier = 0, []

    def add(self, leaf):
        rest = self.size
        while rest & 1:
            leaf = sha256(b"\x01", self.frontier.pop(), leaf)
            rest >>= 1
        self.frontier.append(leaf)
        self.size += 1

    def root(self):
        if not self.frontier:
            return sha256(b"").hex()
        root = self.frontier[-1]
        for left in reversed(self.frontier[:-1]):
            root = sha256(b"\x01", left, root)
        return root.hex()


def journal(path, roots, findings):
    database = sqlite3.connect("file:%s?mode=ro" % urllib.parse.quote(os.path.abspath(path)), uri=True)
    database.row_factory = sqlite3.Row
    database.isolation_level = None
    database.execute("BEGIN")
    towns = database.execute("SELECT town FROM entry UNION SELECT town FROM head UNION SELECT town FROM record")
    for (town,) in sorted(map(tuple, towns.fetchall())):
        check_town(database, town, roots, findings)
    database.execute("COMMIT")


def erasures(database, town):
    """Which entry erased which."""
    by = {}
    for number, body in database.execute(
            "SELECT e.number, p.body FROM entry e JOIN payload p ON p.town = e.town AND p.number = e.number"
            " WHERE e.town = ? AND e.kind = ? ORDER BY e.number", (town, ERASURE)):
        try:
            for entry in json.loads(body).get("value", {}).get("entries", []):
                by[entry] = number
        except (ValueError, AttributeError):
            pass  # the payload's hash will not fit
    return by


def check_town(database, town, roots, findings):
    by = erasures(database, town)
    records = {}
    for row in database.execute("SELECT * FROM record WHERE town = ?", (town,)):
        if row["subject"] in records:
            findings.say("%s entry %s" % (town, row["entry"]), "record " + row["id"], "one row of its subject", "two")
        records[row["subject"]] = row
    tree, newest, erased = Tree(), {}, 0
    for row in database.execute(
            "SELECT e.*, p.salt, p.body FROM entry e"
            " LEFT JOIN payload p ON p.town = e.town AND p.number = e.number WHERE e.town = ? ORDER BY e.number", (town,)):
        place = "%s entry %d" % (town, row["number"])
        findings.expect(place, "number", tree.size + 1, row["number"])
        leaf = sha256(b"\x00", row["envelope"].encode())
        findings.expect(place, "leaf hash", leaf.hex(), row["leaf_hash"])
        tree.add(leaf)
        if "%d:%s" % (tree.size, tree.root()) in roots:
            roots.remove("%d:%s" % (tree.size, tree.root()))
        envelope = read_envelope(place, town, row, findings)
        if envelope is None:
            continue
        state = read_payload(place, row, envelope, by.get(row["number"], 0), findings)
        erased += row["body"] is None
        newest[envelope["subject"]] = (row["number"], state, envelope["kind"])
    for (number,) in database.execute(
            "SELECT number FROM payload WHERE town = ? AND number NOT IN (SELECT number FROM entry WHERE town = ?)", (town, town)):
        findings.say("%s entry %d" % (town, number), "payload", "an entry beside it", "none")
    head = database.execute("SELECT size, frontier FROM head WHERE town = ?", (town,)).fetchone()
    findings.expect("%s entry %d" % (town, tree.size), "head of the tree",
                    (tree.size, b"".join(tree.frontier).hex()), tuple(head) if head else None)
    present(town, newest, records, findings)
    print("%s: %d entries, %d records, %d erased, root %d:%s" % (town, tree.size, len(records), erased, tree.size, tree.root()))


def read_envelope(place, town, row, findings):
    try:
        envelope = json.loads(row["envelope"])
    except ValueError:
        envelope = None
    if not isinstance(envelope, dict) or sorted(envelope) != KEYS:
        findings.say(place, "envelope", "the keys of version 1", row["envelope"])
        return None
    findings.expect(place, "canonical envelope", canonical(envelope), row["envelope"])
    findings.expect(place, "format", "notbetrieb-journal-1", envelope["format"])
    findings.expect(place, "town in the envelope", town, envelope["town"])
    findings.expect(place, "number in the envelope", row["number"], envelope["number"])
    for key, column in COLUMNS.items():
        findings.expect(place, column, envelope[key], row[column])
    return envelope


def read_payload(place, row, envelope, erased_by, findings):
    """The payload if it is a state, else None."""
    if row["body"] is None:
        if erased_by <= row["number"]:
            findings.say(place, "payload", envelope["payload"], "none, and no erasure names it")
        return None
    if erased_by:
        findings.say(place, "payload", "none, erased by entry %d" % erased_by, "one")
    try:
        salt = bytes.fromhex(row["salt"])
    except ValueError:
        salt = b""
    findings.expect(place, "length of the salt", 32, len(salt))
    findings.expect(place, "payload", envelope["payload"], sha256(salt, row["body"].encode()).hex())
    return None if re.fullmatch(r'\{"id":"[A-Za-z0-9._-]+","removed":true\}', row["body"]) else row["body"]


def present(town, newest, records, findings):
    for subject, (number, state, kind) in newest.items():
        place = "%s entry %d" % (town, number)
        row = records.get(subject)
        if state is None:
            if row is not None:
                findings.say(place, "record " + row["id"], "none", "one")
        elif row is None:
            findings.say(place, "record of subject " + subject, "one", "none")
        else:
            findings.expect(place, "entry of record " + row["id"], number, row["entry"])
            findings.expect(place, "kind of record " + row["id"], kind, row["kind"])
            findings.expect(place, "record " + row["id"], state, '{"id":"%s","value":%s}' % (row["id"], row["body"]))
    for subject, row in records.items():
        if subject not in newest:
            findings.say("%s entry %d" % (town, row["entry"]), "record " + row["id"], "an entry of its subject", "none")


# ---------------------------------------------------------------- Ed25519 (RFC 8032), checking only

P = 2 ** 255 - 19
Q = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def added(a, b):
    x, y = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    t, z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = y - x, z - t, z + t, y + x
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = added(result, point)
        point, number = added(point, point), number >> 1
    return result


def point_of(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    a, r, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), added(r, times(h, a))
    return not (left[0] * right[2] - right[0] * left[2]) % P and not (left[1] * right[2] - right[1] * left[2]) % P


# ---------------------------------------------------------------- editions

PROOFS = {"SHA256SUMS", "SHA256SUMS.minisig", "release.note", "edition.tlog-proof"}
PURPOSES = "REAL|EXERCISE|DEMONSTRATION"
SEGMENT = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+"


class Wrong(Exception):
    """An edition is not as it should be: file, expected, found."""


def read(path):
    if os.path.islink(path) or not os.path.isfile(path):
        raise Wrong(path, "a plain file", "none, or something else")
    with open(path, "rb") as file:
        return file.read()


def trusted_comment(key, message, path):
    """Checks a minisign signature of the prehashed kind."""
    try:
        lines = read(path).decode().splitlines()
        blob, last = base64.b64decode(lines[1], validate=True), base64.b64decode(lines[3], validate=True)
        comment = lines[2]
    except (ValueError, IndexError):
        raise Wrong(path, "a minisign signature", "something else")
    if not lines[0].startswith("untrusted comment: ") or not comment.startswith("trusted comment: ") or len(lines) != 4:
        raise Wrong(path, "four lines, two of them comments", "something else")
    comment = comment[len("trusted comment: "):]
    if len(blob) != 74 or len(last) != 64 or blob[:2] != b"ED" or blob[2:10] != key[2:10]:
        raise Wrong(path, "a prehashed signature by the town's key", "another kind or key")
    if not signed(key[10:], hashlib.blake2b(message).digest(), blob[10:]):
        raise Wrong(path, "the signature of this content", "a signature of something else")
    if not signed(key[10:], blob[10:] + comment.encode(), last):
        raise Wrong(path, "the trusted comment that was signed", comment)
    return comment


def sums_of(path):
    text = read(path).decode("utf-8", "replace")
    sums, folded = {}, set()
    for line in text.splitlines():
        match = re.fullmatch(r"([0-9a-f]{64})  (%s(?:/%s)*)" % (SEGMENT, SEGMENT), line)
        if not match or len(match.group(2)) > 400:
            raise Wrong(path, "hash, two spaces, plain path", line)
        if match.group(2).lower() in folded or match.group(2) in PROOFS:
            raise Wrong(path, "every path once, and no proof", line)
        folded.add(match.group(2).lower())
        sums[match.group(2)] = match.group(1)
    if text != "".join("%s  %s\n" % (sums[name], name) for name in sorted(sums, key=str.encode)) or not sums:
        raise Wrong(path, "lines sorted by path, each ended by a line feed", "another form")
    return sums


def files_of(folder):
    for place, folders, names in os.walk(folder):
        for name in names + [one for one in folders if os.path.islink(os.path.join(place, one))]:
            yield os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")


def full_edition(folder, slug, number, previous, key):
    """Checks one folder; answers the SHA-256 of its SHA256SUMS."""
    listing = os.path.join(folder, "SHA256SUMS")
    comment = trusted_comment(key, read(listing), listing + ".minisig")
    sums = sums_of(listing)
    for name in files_of(folder):
        if name not in sums and name not in PROOFS:
            raise Wrong(os.path.join(folder, name), "only files of the list", "one more")
    for name, expected in sums.items():
        found = sha256(read(os.path.join(folder, name))).hex()
        if found != expected:
            raise Wrong(os.path.join(folder, name), expected, found)
    path = os.path.join(folder, "edition.json")
    edition = json.loads(read(path))
    told = "town:%s edition:%d time:%s purpose:%s" % (slug, number, edition.get("asOf"), edition.get("purpose"))
    match = re.fullmatch(r"(town:\S+ edition:\d+ time:)(\S+)( purpose:(?:%s))" % PURPOSES, comment)
    parts = re.fullmatch(r"(town:\S+ edition:\d+ time:)(\S+)( purpose:\S+)", told)
    if not match or match.group(1, 3) != parts.group(1, 3) or moment(match.group(2)) != moment(parts.group(2)):
        raise Wrong(listing + ".minisig", told, comment)
    if edition.get("number") != number or edition.get("town", {}).get("slug") != slug:
        raise Wrong(path, "town %s, number %d" % (slug, number), "others")
    if edition.get("previous") != previous:
        raise Wrong(path, "previous %s" % previous, "previous %s" % edition.get("previous"))
    return sha256(read(listing)).hex()


# ---------------------------------------------------------------- notes and the edition log

class Note:
    """A text with signatures under it (C2SP signed-note)."""

    def __init__(self, path, text):
        self.path = path
        self.text, blank, lines = text.rpartition("\n\n")
        self.text += "\n"
        self.lines = []
        for line in lines.splitlines():
            match = re.fullmatch("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})", line)
            if not match:
                raise Wrong(path, "lines with signatures", line)
            self.lines.append((match.group(1), base64.b64decode(match.group(2))))
        if not blank or not self.lines or not lines.endswith("\n"):
            raise Wrong(path, "a signed note", "something else")
        self.name = self.text.split("\n")[0]

    def require(self, key):
        """A signature by the town's key under the name of the log."""
        number = sha256((self.name + "\n").encode() + b"\x01" + key[10:])[:4]
        found = [blob[4:] for name, blob in self.lines if name == self.name and blob[:4] == number]
        if not found or not all(signed(key[10:], self.text.encode(), one) for one in found):
            raise Wrong(self.path, "a signature of this text by the town's key", "none")


def note_of(path):
    return Note(path, read(path).decode("utf-8", "replace"))


def checkpoint(note, key):
    """Checks a signed checkpoint; answers origin, size and root."""
    match = re.fullmatch(r"([^\n]+)\n(0|[1-9]\d{0,17})\n([A-Za-z0-9+/]{43}=)\n", note.text)
    if not match:
        raise Wrong(note.path, "a checkpoint", "another text")
    note.require(key)
    return match.group(1), int(match.group(2)), base64.b64decode(match.group(3))


def node(left, right):
    return sha256(b"\x01" + left + right)


def tree_root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node(tree_root(leaves[:split]), tree_root(leaves[split:]))


def is_included(leaf, index, size, root, proof):
    """RFC 9162, section 2.1.3.2."""
    place, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and index < size and found == root


def tile_path(number, width):
    digits = "%03d" % (number % 1000)
    while number >= 1000:
        number //= 1000
        digits = "x%03d/%s" % (number % 1000, digits)
    return digits + ("" if width == 256 else ".p/%d" % width)


def log_of(town, keys):
    """Checks the edition log; answers its origin and the hashes of its leaves, or None without one."""
    folder = os.path.join(town, "log")
    if not os.path.exists(os.path.join(folder, "checkpoint")):
        return None
    note = note_of(os.path.join(folder, "checkpoint"))
    size = re.match(r"[^\n]*\n(\d{1,9})\n", note.text)
    origin, size, root = checkpoint(note, keys.of(int(size.group(1)) if size else 0))
    leaves = []
    for number in range((size + 255) // 256):
        width = min(256, size - 256 * number)
        path = os.path.join(folder, "tile", "0", *tile_path(number, width).split("/"))
        tile = read(path)
        if len(tile) != 32 * width:
            raise Wrong(path, "%d hashes" % width, "%d bytes" % len(tile))
        leaves += [tile[at:at + 32] for at in range(0, len(tile), 32)]
    if tree_root(leaves) != root:
        raise Wrong(note.path, "the root of the tiles", "another one")
    return origin, leaves


def proven_edition(folder, number, purpose, log, key):
    """Checks release.note and edition.tlog-proof of an edition against the log."""
    note = note_of(os.path.join(folder, "release.note"))
    note.require(key)
    origin, leaves = log
    lines = re.fullmatch(
        r"(\S+)\n(\d+)\n([A-Z]+)\n([0-9a-f]{64})\nasked ([a-z0-9-]{1,40})\nreleased ([a-z0-9-]{1,40})\n", note.text)
    listing = sha256(read(os.path.join(folder, "SHA256SUMS"))).hex()
    told = (origin, str(number), purpose, listing)
    if not lines or lines.group(1, 2, 3, 4) != told:
        raise Wrong(note.path, "the release " + " ".join(told), "another one")
    path = os.path.join(folder, "edition.tlog-proof")
    head, _, rest = read(path).decode("utf-8", "replace").partition("\n\n")
    lines = head.split("\n")
    if len(lines) > 1 and lines[1].startswith("extra "):
        del lines[1]
    if lines[:2] != ["c2sp.org/tlog-proof@v1", "index %d" % (number - 1)]:
        raise Wrong(path, "the proof of entry %d" % (number - 1), "something else")
    proof = [base64.b64decode(line) for line in lines[2:]]
    name, size, root = checkpoint(Note(path, rest), key)
    leaf = sha256(b"\x00" + note.text.encode())
    if name != origin or not is_included(leaf, number - 1, size, root, proof):
        raise Wrong(path, "a proof of this release", "another one")
    if number > len(leaves) or leaves[number - 1] != leaf or size <= len(leaves) and tree_root(leaves[:size]) != root:
        raise Wrong(path, "a proof in the history of the log", "one in another history")


class Keys:
    """The keys of a town, each with the edition from which on it signs."""

    def __init__(self, town):
        folder = os.path.join(town, "keys")
        self.eras = []
        for number in range(1, 1000):
            path = os.path.join(folder, "keys-%d.note" % number)
            if not os.path.exists(path):
                break
            self.change(note_of(path))
        path = os.path.join(folder, "minisign.pub")
        try:
            last = base64.b64decode(read(path).decode().splitlines()[1], validate=True)
        except (ValueError, IndexError):
            last = b""
        if len(last) != 42 or last[:2] != b"Ed":
            raise Wrong(path, "a minisign public key", "something else")
        if not self.eras:
            self.eras.append((1, last))
        if self.eras[-1][1] != last:
            raise Wrong(path, "the key that the last keys.note names", "another one")

    def change(self, note):
        match = re.fullmatch(
            r"\S+\nkeys\n([A-Za-z0-9+/]{56})\n([A-Za-z0-9+/]{56})\nfrom ([1-9]\d{0,8})\nat \S+\nreason [^\n]+\n", note.text)
        if not match:
            raise Wrong(note.path, "a change of keys", "another text")
        old, new = base64.b64decode(match.group(1)), base64.b64decode(match.group(2))
        note.require(old)
        note.require(new)
        if not self.eras:
            self.eras.append((1, old))
        if self.eras[-1][1] != old or int(match.group(3)) <= self.eras[-1][0] - (len(self.eras) == 1):
            raise Wrong(note.path, "the key before, and a later edition", "others")
        self.eras.append((int(match.group(3)), new))

    def of(self, number):
        return [key for begin, key in self.eras if begin <= max(number, 1)][-1]

    def since(self, number):
        """Those that may withdraw an edition: its own, and all that came after."""
        return [self.of(number)] + [key for begin, key in self.eras if begin > number]


def moment(text):
    try:
        at = datetime.datetime.fromisoformat(re.sub(r"Z$", "+00:00", text))
    except ValueError:
        return None
    return at, at.utcoffset()


def signed_by_one(keys, message, path):
    for key in keys[1:]:
        try:
            return trusted_comment(key, message, path)
        except Wrong:
            continue
    return trusted_comment(keys[0], message, path)


def withdrawn_edition(folder, slug, number, keys):
    path = os.path.join(folder, "withdrawal.note")
    note = read(path)
    match = re.fullmatch(
        r"notbetrieb withdrawal\ntown: %s\nedition: %d\ntime: (\S+)\nsha256sums: ([0-9a-f]{64})\npurpose: (%s)\n"
        % (re.escape(slug), number, PURPOSES), note.decode("utf-8", "replace"))
    if not match:
        raise Wrong(path, "a withdrawal note of edition %d" % number, "something else")
    comment = signed_by_one(keys, note, path + ".minisig")
    told = "town:%s withdrawal:%d time:%s purpose:%s" % (slug, number, match.group(1), match.group(3))
    if comment != told:
        raise Wrong(path + ".minisig", told, comment)
    others = set(files_of(folder)) - {"withdrawal.note", "withdrawal.note.minisig"}
    if others:
        raise Wrong(os.path.join(folder, sorted(others)[0]), "no other file in a withdrawn edition", "one")
    return match.group(2)


def editions(town, findings):
    slug = os.path.basename(os.path.abspath(town))
    try:
        keys = Keys(town)
        log = log_of(town, keys)
    except (Wrong, ValueError) as wrong:
        told = wrong.args if isinstance(wrong, Wrong) else (town, "keys and log", "something else")
        findings.say(told[0], "keys or log", told[1], told[2])
        return
    folder = os.path.join(town, "editions")
    names = sorted(int(name) for name in os.listdir(folder) if re.fullmatch(r"[1-9]\d{0,8}", name)) \
        if os.path.isdir(folder) else []
    previous, withdrawn = None, 0
    for expected, number in enumerate(names, 1):
        place = os.path.join(folder, str(number))
        if not findings.expect(place, "number", expected, number):
            return
        try:
            if os.path.exists(os.path.join(place, "withdrawal.note")):
                previous, withdrawn = withdrawn_edition(place, slug, number, keys.since(number)), withdrawn + 1
            else:
                previous = full_edition(place, slug, number, previous, keys.of(number))
                noted = os.path.exists(os.path.join(place, "release.note"))
                if log is None and noted:
                    raise Wrong(place, "an edition log", "none")
                if log is not None:
                    purpose = json.loads(read(os.path.join(place, "edition.json")))["purpose"]
                    proven_edition(place, number, purpose, log, keys.of(number))
        except Wrong as wrong:
            findings.say(wrong.args[0], "edition %d" % number, wrong.args[1], wrong.args[2])
            listing = os.path.join(place, "SHA256SUMS")
            previous = sha256(read(listing)).hex() if os.path.isfile(listing) else None
        except ValueError:
            findings.say(place, "edition %d" % number, "edition.json as JSON", "something else")
            previous = None
    print("%s: %d editions, %d of them withdrawn; is this the town's key? %s" % (
        slug, len(names), withdrawn, base64.b64encode(keys.eras[-1][1]).decode()))
    if log is not None:
        print("%s: edition log %s of %d editions" % (slug, log[0], len(log[1])))


def main(words):
    findings = Findings()
    if len(words) >= 2 and words[0] == "journal" and os.path.isfile(words[1]) \
            and all(word == "--root" for word in words[2::2]) and len(words) % 2 == 0:
        roots = set(words[3::2])
        journal(words[1], roots, findings)
        for root in sorted(roots):
            findings.say(words[1], "root", root, "no journal that begins so")
    elif len(words) >= 2 and words[0] == "edition" and all(os.path.isdir(word) for word in words[1:]):
        for town in words[1:]:
            editions(town, findings)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    print("%d findings" % findings.count)
    return 1 if findings.count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

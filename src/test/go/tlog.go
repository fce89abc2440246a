// Checks an edition log with the packages of the Go checksum database: tlog.go FOLDER [OLD_CHECKPOINT].
// FOLDER is towns/<slug>. Prints what it has checked; ends with 1 at the first thing that is not right.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func opened(path string, keys note.Verifiers) *note.Note {
	data, err := os.ReadFile(path)
	must(err)
	signed, err := note.Open(data, keys)
	must(err)
	return signed
}

// A checkpoint of C2SP is origin, size and root; tlog.ParseTree wants its own first line.
func head(text string) tlog.Tree {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 {
		must(fmt.Errorf("not a checkpoint: %q", text))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

func main() {
	folder := os.Args[1]
	vkey, err := os.ReadFile(filepath.Join(folder, "keys", "note.pub"))
	must(err)
	key, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	must(err)
	keys := note.VerifierList(key)
	log := filepath.Join(folder, "log")
	now := head(opened(filepath.Join(log, "checkpoint"), keys).Text)
	reader := tlog.TileHashReader(now, tiles{log})
	for n := int64(0); n < now.N; n++ {
		edition := filepath.Join(folder, "editions", strconv.FormatInt(n+1, 10))
		if _, err := os.Stat(filepath.Join(edition, "withdrawal.note")); err == nil {
			fmt.Println("edition", n+1, "withdrawn")
			continue
		}
		release := opened(filepath.Join(edition, "release.note"), keys)
		leaf := tlog.RecordHash([]byte(release.Text))
		proof, err := tlog.ProveRecord(now.N, n, reader)
		must(err)
		must(tlog.CheckRecord(proof, now.N, now.Hash, n, leaf))
		must(brought(filepath.Join(edition, "edition.tlog-proof"), n, leaf, keys))
		fmt.Println("edition", n+1, "stands in the log")
	}
	if len(os.Args) > 2 {
		old := head(opened(os.Args[2], keys).Text)
		proof, err := tlog.ProveTree(now.N, old.N, reader)
		must(err)
		must(tlog.CheckTree(proof, now.N, now.Hash, old.N, old.Hash))
		fmt.Println("log of", now.N, "begins with the log of", old.N)
	}
}

// The proof that an edition brings with it.
func brought(path string, n int64, leaf tlog.Hash, keys note.Verifiers) error {
	data, err := os.ReadFile(path)
	must(err)
	parts := strings.SplitN(string(data), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || lines[1] != "index "+strconv.FormatInt(n, 10) {
		return fmt.Errorf("not a proof of entry %d: %s", n, path)
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		bytes, err := base64.StdEncoding.DecodeString(line)
		must(err)
		var hash tlog.Hash
		copy(hash[:], bytes)
		proof = append(proof, hash)
	}
	signed, err := note.Open([]byte(parts[1]), keys)
	must(err)
	tree := head(signed.Text)
	return tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf)
}

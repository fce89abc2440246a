#!/bin/sh
# Prüft eine Ausgabe von Notbetrieb. Braucht nur sh, die GNU coreutils und openssl (ab 1.1.1).
#   sh pruefen.sh SCHLUESSEL [ORDNER [ZEUGEN]]
# SCHLUESSEL: die 56 Zeichen des Schlüssels der Stadt, oder eine Datei minisign.pub.
# ORDNER: der Ordner der Ausgabe; ohne Angabe der, in dem Sie stehen.
# ZEUGEN: eine Datei, in jeder Zeile der Inhalt der note.pub einer Partnerstadt.
# Ende: 0 alles stimmt, 1 etwas stimmt nicht, 2 falscher Aufruf.
# English: checks an edition against the town's key; ends with 0 when everything is right.
set -u
LC_ALL=C
export LC_ALL

falsch() { printf 'FALSCH: %s\n' "$1"; exit 1; }
gut() { printf 'gut: %s\n' "$1"; }

[ $# -ge 1 ] || { printf 'Aufruf: sh pruefen.sh SCHLUESSEL [ORDNER [ZEUGEN]]\n'; exit 2; }
schluessel=$1
if [ -f "$schluessel" ]; then
  { read -r _; read -r schluessel; } < "$schluessel"
fi
zeugen=
[ $# -lt 3 ] || zeugen=$(cat "$3") || exit 2
cd "${2:-.}" || exit 2
[ -f SHA256SUMS ] && [ -f SHA256SUMS.minisig ] || { printf 'Hier liegt keine Ausgabe.\n'; exit 2; }
t=$(mktemp -d) || exit 2
trap 'rm -rf "$t"' EXIT

# ---- Bytes: Hexziffern sind überall Großbuchstaben, wie basenc sie liest.
hex() { basenc --base16 -w0; }                     # Bytes -> Hex
bytes() { printf %s "$1" | basenc --base16 -d; }   # Hex -> Bytes
teil() { printf %s "$1" | cut -c"$2"; }
sha() { set -- $(sha256sum); printf %s "$1" | tr a-f A-F; }
zu_hex() { printf %s "$1" | base64 -d 2>/dev/null | hex; }

# unterschrieben HEX_SIGNATUR DATEI [SCHLUESSEL]: Ed25519, ohne Angabe mit dem Schlüssel der Stadt
unterschrieben() {
  bytes "$1" > "$t/signatur"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "${3:-$t/schluessel}" -rawin -in "$2" -sigfile "$t/signatur" > "$t/openssl" 2>&1
}

k=$(zu_hex "$schluessel")
[ ${#k} -eq 84 ] && [ "$(teil "$k" 1-4)" = 4564 ] || { printf 'Das ist kein Schlüssel von minisign: %s\n' "$schluessel"; exit 2; }
nummer=$(teil "$k" 5-20)
roh=$(teil "$k" 21-84)
bytes "302A300506032B6570032100$roh" > "$t/schluessel"
h=$(bytes "$roh" | sha)
kennung=
for von in 1 11 21 31 41 51; do
  kennung="$kennung $(printf %05d $((0x$(teil "$h" $von-$((von + 9))) % 100000)))"
done
printf 'Kennung des Schlüssels:%s\n' "$kennung"
printf 'Vergleichen Sie sie mit einem gedruckten Brief oder Aushang.\n'

# ---- 1. Die Unterschrift unter der Liste
{ read -r _; read -r zeile; read -r kommentar; read -r letzte; } < SHA256SUMS.minisig
s=$(zu_hex "$zeile")
g=$(zu_hex "$letzte")
kommentar=${kommentar#trusted comment: }
[ ${#s} -eq 148 ] && [ ${#g} -eq 128 ] && [ "$(teil "$s" 1-4)" = 4544 ] || falsch 'SHA256SUMS.minisig ist keine Unterschrift.'
[ "$(teil "$s" 5-20)" = "$nummer" ] || falsch 'Unterschrieben hat ein anderer Schlüssel.'
openssl dgst -blake2b512 -binary SHA256SUMS > "$t/liste" || exit 2
unterschrieben "$(teil "$s" 21-148)" "$t/liste" || falsch 'Die Unterschrift gehört nicht zu dieser Liste.'
{ bytes "$(teil "$s" 21-148)"; printf %s "$kommentar"; } > "$t/beides"
unterschrieben "$g" "$t/beides" || falsch 'Die Zeile unter der Unterschrift wurde verändert.'
gut "unterschrieben: $kommentar"

# ---- 2. Jede Datei, und keine mehr
sha256sum --strict --quiet -c SHA256SUMS > "$t/dateien" 2>&1 || { cat "$t/dateien"; falsch 'Eine Datei ist nicht so, wie sie unterschrieben wurde.'; }
cut -c67- SHA256SUMS | sort > "$t/gelistet"
alle() {
  for eins in "$1"* "$1".[!.]* "$1"..?*; do
    if [ -h "$eins" ]; then printf '%s\n' "$eins"
    elif [ -d "$eins" ]; then alle "$eins/"
    elif [ -e "$eins" ]; then printf '%s\n' "$eins"
    fi
  done
}
alle '' | sort > "$t/alle"
comm -13 "$t/gelistet" "$t/alle" > "$t/mehr"
while read -r eins; do
  case $eins in
    SHA256SUMS | SHA256SUMS.minisig | release.note | edition.tlog-proof) ;;
    minisign.pub | note.pub | checkpoint) ;; # liegen einem ZIP bei, zum Vergleich; kein Teil der Ausgabe
    *) falsch "Diese Datei gehört nicht dazu: $eins" ;;
  esac
done < "$t/mehr"
gut "$(wc -l < SHA256SUMS) Dateien, jede wie unterschrieben, keine mehr"

# ---- 3. Wer sie freigegeben hat, und dass sie im Ausgabenverzeichnis steht
if [ ! -f release.note ] || [ ! -f edition.tlog-proof ]; then
  printf 'Ohne Eintrag im Ausgabenverzeichnis: So waren frühe Ausgaben.\n'
  exit 0
fi

# notiz DATEI: trennt Text und Unterschriften einer C2SP-Notiz und prüft die der Stadt
notiz() {
  leer=0 zeilen=0
  while IFS= read -r zeile; do
    zeilen=$((zeilen + 1))
    [ -n "$zeile" ] || leer=$zeilen
  done < "$1"
  [ $leer -gt 1 ] || falsch "$1 ist keine Notiz."
  head -n $((leer - 1)) "$1" > "$t/text"
  tail -n +$((leer + 1)) "$1" > "$t/unterschriften"
  read -r name < "$t/text"
  id=$({ printf '%s\n' "$name"; bytes "01$roh"; } | sha)
  id=$(teil "$id" 1-8)
  gefunden=nein
  while read -r strich wer was; do
    u=$(zu_hex "$was")
    if [ "$strich" = '—' ] && [ "$wer" = "$name" ] && [ "$(teil "$u" 1-8)" = "$id" ]; then
      unterschrieben "$(teil "$u" 9-)" "$t/text" || falsch "Die Unterschrift unter ${1##*/} stimmt nicht."
      gefunden=ja
    fi
  done < "$t/unterschriften"
  [ $gefunden = ja ] || falsch "Unter ${1##*/} fehlt die Unterschrift der Stadt."
}

notiz release.note
{ read -r verzeichnis; read -r ausgabe; read -r zweck; read -r hash; read -r anfrage; read -r freigabe; } < "$t/text"
set -- $(sha256sum SHA256SUMS)
[ "$hash" = "$1" ] || falsch 'release.note gehört zu einer anderen Liste.'
case $kommentar in
  *" edition:$ausgabe "*" purpose:$zweck") ;;
  *) falsch 'release.note nennt eine andere Nummer oder einen anderen Zweck.' ;;
esac
gut "freigegeben von ${freigabe#released }, erbeten von ${anfrage#asked } (Pseudonyme)"
knoten() { { bytes 01; bytes "$1"; bytes "$2"; } | sha; }
r=$({ bytes 00; cat "$t/text"; } | sha)

trenner=0 zeilen=0
while IFS= read -r zeile; do
  zeilen=$((zeilen + 1))
  [ -n "$zeile" ] || [ $trenner -ne 0 ] || trenner=$zeilen
done < edition.tlog-proof
[ $trenner -gt 2 ] || falsch 'edition.tlog-proof ist kein Beleg.'
head -n $((trenner - 1)) edition.tlog-proof > "$t/beleg"
tail -n +$((trenner + 1)) edition.tlog-proof > "$t/checkpoint"
notiz "$t/checkpoint"
{ read -r name; read -r groesse; read -r wurzel; } < "$t/text"
[ "$name" = "$verzeichnis" ] || falsch 'Der Beleg nennt ein anderes Verzeichnis.'
{
  read -r kopf
  [ "$kopf" = c2sp.org/tlog-proof@v1 ] || falsch 'edition.tlog-proof ist kein Beleg.'
  read -r zeile
  case $zeile in extra\ *) read -r zeile ;; esac
  platz=${zeile#index }
  case $platz$groesse in *[!0-9]*) falsch 'edition.tlog-proof ist kein Beleg.' ;; esac
  [ "$platz" -eq $((ausgabe - 1)) ] && [ "$platz" -lt "$groesse" ] || falsch 'Der Beleg ist der einer anderen Ausgabe.'
  n=$platz
  m=$((groesse - 1))
  while read -r zeile; do
    p=$(zu_hex "$zeile")
    [ $m -gt 0 ] && [ ${#p} -eq 64 ] || falsch 'Der Beleg führt nicht zum Verzeichnis.'
    if [ $((n & 1)) -eq 1 ] || [ $n -eq $m ]; then
      r=$(knoten "$p" "$r")
      while [ $((n & 1)) -eq 0 ] && [ $n -gt 0 ]; do n=$((n >> 1)) m=$((m >> 1)); done
    else
      r=$(knoten "$r" "$p")
    fi
    n=$((n >> 1)) m=$((m >> 1))
  done
  [ $m -eq 0 ] && [ "$r" = "$(zu_hex "$wurzel")" ] || falsch 'Der Beleg führt nicht zum Verzeichnis.'
} < "$t/beleg"
gut "steht als Nummer $ausgabe von $groesse im Ausgabenverzeichnis $verzeichnis"

# ---- 4. Wer das Verzeichnis mit dieser Ausgabe gesehen hat: Zeilen unter dem Checkpoint, der noch in $t/text steht
printf '%s\n' "$zeugen" > "$t/zeugen"
gefragt=0 gesehen=0 schon= namen= seher=
while read -r zeile; do
  case $zeile in '' | '#'*) continue ;; esac
  zeuge=${zeile%%+*}
  rest=${zeile#*+}
  z=$(zu_hex "${rest#*+}")
  id=$({ printf '%s\n' "$zeuge"; bytes "$z"; } | sha)
  [ ${#z} -eq 66 ] && [ "$(teil "$id" 1-8)" = "$(printf %s "${rest%%+*}" | tr a-f A-F)" ] || { printf 'Das ist keine Zeile aus note.pub: %s\n' "$zeile"; exit 2; }
  z=$(teil "$z" 3-)
  case $schon in *"$z"*) continue ;; esac
  schon="$schon $z"
  # Eine Stadt mit altem und neuem Schlüssel ist ein Zeuge.
  case $namen in *" $zeuge "*) ;; *) namen="$namen $zeuge " gefragt=$((gefragt + 1)) ;; esac
  bytes "302A300506032B6570032100$z" > "$t/zeuge"
  id=$({ printf '%s\n' "$zeuge"; bytes "04$z"; } | sha)
  zeit=
  while read -r strich wer was; do
    u=$(zu_hex "$was")
    if [ "$strich" = '—' ] && [ "$wer" = "$zeuge" ] && [ "$(teil "$u" 1-8)" = "$(teil "$id" 1-8)" ]; then
      [ ${#u} -eq 152 ] && zeit=$((0x$(teil "$u" 9-24))) && [ "$zeit" -ge 0 ] || falsch "Die Zeile des Zeugen $zeuge ist keine Unterschrift."
      { printf 'cosignature/v1\ntime %s\n' "$zeit"; cat "$t/text"; } > "$t/bezeugt"
      unterschrieben "$(teil "$u" 25-)" "$t/bezeugt" "$t/zeuge" || falsch "Die Unterschrift des Zeugen $zeuge gehört nicht zu diesem Verzeichnis."
    fi
  done < "$t/unterschriften"
  if [ -n "$zeit" ]; then
    case $seher in *" $zeuge "*) ;; *) seher="$seher $zeuge " gesehen=$((gesehen + 1)) ;; esac
    gut "gesehen von $zeuge am $(date -u -d "@$zeit" '+%d.%m.%Y, %H:%M') UTC"
  else
    printf 'fehlt: eine Unterschrift des Zeugen %s\n' "$zeuge"
  fi
done < "$t/zeugen"
if [ $gefragt -gt 0 ]; then
  printf '%s von %s Zeugen haben diese Ausgabe gesehen.\n' $gesehen $gefragt
elif [ "$(wc -l < "$t/unterschriften")" -gt 1 ]; then
  printf 'Darunter stehen auch Unterschriften von Zeugen. Mit deren Dateien note.pub prüft dieses Programm sie mit.\n'
fi
printf 'Alles stimmt. Was das nicht zeigt, steht in PRUEFEN.txt.\n'

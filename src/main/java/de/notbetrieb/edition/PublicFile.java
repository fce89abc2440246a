package de.notbetrieb.edition;

import de.notbetrieb.platform.Sha256Sums;
import java.util.Arrays;

/**
 * A file of an edition: what a channel renders.
 *
 * @param path from the edition's folder, as SHA256SUMS names it; the caller does not change the
 *     bytes afterwards
 */
public record PublicFile(String path, byte[] bytes) {
  public PublicFile {
    if (!Sha256Sums.isPath(path)) {
      throw new IllegalArgumentException("not a path of an edition: " + path);
    }
  }

  public Sha256Sums.Line line() {
    return Sha256Sums.Line.of(path, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicFile(String otherPath, byte[] otherBytes)
        && path.equals(otherPath)
        && Arrays.equals(bytes, otherBytes);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return path + " (" + bytes.length + " bytes)";
  }
}

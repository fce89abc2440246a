package de.notbetrieb.publishing.place;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows one key, or none yet; remembers the key that the server showed when it was another. */
final class PinnedHost implements HostKeyRepository {
  private final Optional<String> pinned;
  private Optional<String> shown = Optional.empty();

  PinnedHost(Optional<String> pinned) {
    this.pinned = pinned;
  }

  /** As {@code ssh-keygen -l} writes it. */
  private static String fingerprint(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int check(String host, byte[] key) {
    shown = Optional.of(fingerprint(key));
    if (pinned.isEmpty()) {
      return NOT_INCLUDED;
    }
    return pinned.equals(shown) ? OK : CHANGED;
  }

  /** Why we went away, when it was for the key. */
  Optional<NotFed> objection() {
    if (shown.isEmpty() || pinned.equals(shown)) {
      return Optional.empty();
    }
    return Optional.of(
        pinned.isEmpty()
            ? new NotFed(Finding.What.HOST_KEY_UNKNOWN, shown.get())
            : new NotFed(Finding.What.HOST_KEY_CHANGED, shown.get(), pinned.get()));
  }

  @Override
  public void add(HostKey key, UserInfo user) {}

  @Override
  public void remove(String host, String type) {}

  @Override
  public void remove(String host, String type, byte[] key) {}

  @Override
  public String getKnownHostsRepositoryID() {
    return "place";
  }

  @Override
  public HostKey[] getHostKey() {
    return new HostKey[0];
  }

  @Override
  public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
    return new HostKey[0];
  }
}

package de.notbetrieb.publishing.place;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A web space by SFTP. The server is talked to only under the key that somebody has looked at. */
final class SftpTarget implements FolderTarget {
  private static final int CONNECT_MILLIS = 15_000;
  private static final int SILENCE_MILLIS = 30_000;
  private static final int USUAL_PORT = 22;

  private final Session session;
  private final ChannelSftp channel;

  private SftpTarget(Session session, ChannelSftp channel) {
    this.session = session;
    this.channel = channel;
  }

  /**
   * Signs in and goes to the folder above.
   *
   * @param secret a password, or a private key as text
   */
  static SftpTarget open(Upload upload, String secret) throws NotFed {
    URI location = URI.create(upload.location());
    PinnedHost host = new PinnedHost(upload.hostKey());
    Session session = null;
    try {
      JSch jsch = new JSch();
      int port = location.getPort() == -1 ? USUAL_PORT : location.getPort();
      session = jsch.getSession(upload.account(), location.getHost(), port);
      session.setHostKeyRepository(host);
      session.setConfig("StrictHostKeyChecking", "yes");
      // one try each visit: servers count wrong passwords, and lock the account
      session.setConfig("MaxAuthTries", "1");
      if (secret.startsWith("-----BEGIN")) {
        session.setConfig("PreferredAuthentications", "publickey");
        byte[] key = (secret.strip() + "\n").getBytes(StandardCharsets.UTF_8);
        jsch.addIdentity("place", key, null, null);
      } else {
        session.setConfig("PreferredAuthentications", "password,keyboard-interactive");
        session.setPassword(secret.getBytes(StandardCharsets.UTF_8));
      }
      session.setTimeout(SILENCE_MILLIS);
      session.connect(CONNECT_MILLIS);
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      channel.connect(CONNECT_MILLIS);
      List<String> names = Upload.names(location.getPath());
      channel.cd("/" + String.join("/", names.subList(0, names.size() - 1)));
      return new SftpTarget(session, channel);
    } catch (JSchException | SftpException e) {
      if (session != null) {
        session.disconnect();
      }
      throw host.objection().orElseGet(() -> refused(e));
    }
  }

  private static NotFed refused(Exception why) {
    if (why instanceof SftpException) {
      return new NotFed(why, Finding.What.NOT_WRITABLE);
    }
    String words = String.valueOf(why.getMessage());
    return words.contains("Auth") || words.contains("Login") || words.contains("privatekey")
        ? new NotFed(why, Finding.What.SIGN_IN)
        : new NotFed(why, Finding.What.NO_ANSWER);
  }

  @Override
  public Entry look(String name) throws IOException {
    return done(
        () -> {
          try {
            SftpATTRS attributes = channel.lstat(name);
            return attributes.isLink()
                ? new Entry.Link(channel.readlink(name))
                : attributes.isDir() ? new Entry.Folder() : new Entry.Plain();
          } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
              return new Entry.Absent();
            }
            throw e;
          }
        });
  }

  @Override
  public List<String> beside() throws IOException {
    return done(() -> entries(".").stream().map(ChannelSftp.LsEntry::getFilename).toList());
  }

  @Override
  public Map<String, Long> files(String folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    done(
        () -> {
          collect(folder, "", files);
          return files;
        });
    return files;
  }

  private void collect(String folder, String under, Map<String, Long> files) throws SftpException {
    for (ChannelSftp.LsEntry entry : entries(folder)) {
      String path = under + entry.getFilename();
      if (entry.getAttrs().isDir()) {
        collect(folder + "/" + entry.getFilename(), path + "/", files);
      } else {
        files.put(path, entry.getAttrs().getSize());
      }
    }
  }

  private List<ChannelSftp.LsEntry> entries(String folder) throws SftpException {
    List<ChannelSftp.LsEntry> entries = new ArrayList<>();
    channel.ls(
        folder,
        entry -> {
          if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
            entries.add(entry);
          }
          return ChannelSftp.LsEntrySelector.CONTINUE;
        });
    return entries;
  }

  @Override
  public Optional<byte[]> read(String path, int mostBytes) throws IOException {
    return done(
        () -> {
          try (InputStream in = channel.get(path)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            return bytes.length > mostBytes ? Optional.<byte[]>empty() : Optional.of(bytes);
          } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
              return Optional.<byte[]>empty();
            }
            throw e;
          }
        });
  }

  @Override
  public void makeFolder(String path) throws IOException {
    done(
        () -> {
          try {
            channel.mkdir(path);
          } catch (SftpException e) {
            if (!channel.stat(path).isDir()) {
              throw e;
            }
          }
          return path;
        });
  }

  /** A new file under the name: one that others still link to stays as it is. */
  @Override
  public void write(String path, byte[] bytes) throws IOException {
    done(
        () -> {
          gone(path);
          channel.put(new ByteArrayInputStream(bytes), path, ChannelSftp.OVERWRITE);
          return path;
        });
  }

  private void gone(String path) throws SftpException {
    try {
      channel.rm(path);
    } catch (SftpException e) {
      if (e.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        throw e;
      }
    }
  }

  @Override
  public boolean again(String from, String to) throws IOException {
    return done(
        () -> {
          gone(to);
          try {
            // as it is sent, the server would look for a relative name in the home folder
            channel.hardlink(channel.pwd() + "/" + from, to);
            return true;
          } catch (SftpException e) {
            return refuses(e);
          }
        });
  }

  @Override
  public boolean link(String name, String to) throws IOException {
    return done(
        () -> {
          try {
            channel.symlink(to, name);
            return true;
          } catch (SftpException e) {
            return refuses(e);
          }
        });
  }

  /** It may not or cannot: false. Anything else, such as a connection that broke off, goes on. */
  private static boolean refuses(SftpException e) throws SftpException {
    boolean cannot =
        e.id == ChannelSftp.SSH_FX_OP_UNSUPPORTED
            || e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED
            || e.id == ChannelSftp.SSH_FX_FAILURE && e.getCause() == null;
    if (cannot) {
      return false;
    }
    throw e;
  }

  @Override
  public void rename(String from, String to) throws IOException {
    done(
        () -> {
          try {
            channel.rename(from, to);
          } catch (SftpException e) {
            if (e.getCause() != null || !(look(to) instanceof Entry.Link)) {
              throw e;
            }
            // a server without posix-rename: the name is away for a moment
            channel.rm(to);
            channel.rename(from, to);
          }
          return to;
        });
  }

  @Override
  public void remove(String name) throws IOException {
    done(
        () -> {
          if (channel.lstat(name).isDir()) {
            clear(name);
          } else {
            channel.rm(name);
          }
          return name;
        });
  }

  private void clear(String folder) throws SftpException {
    for (ChannelSftp.LsEntry entry : entries(folder)) {
      String path = folder + "/" + entry.getFilename();
      if (entry.getAttrs().isDir()) {
        clear(path);
      } else {
        channel.rm(path);
      }
    }
    channel.rmdir(folder);
  }

  private interface Act<T> {
    T run() throws SftpException, IOException;
  }

  private static <T> T done(Act<T> act) throws IOException {
    try {
      return act.run();
    } catch (SftpException e) {
      throw new IOException("sftp: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    channel.disconnect();
    session.disconnect();
  }
}

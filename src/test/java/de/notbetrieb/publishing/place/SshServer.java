package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's OpenSSH with a configuration and keys of its own. */
final class SshServer implements AutoCloseable {
  private final Path folder;
  private final String sftp;
  final int port = Ports.free();
  private Process process;

  private SshServer(Path folder, String sftp) throws Exception {
    this.folder = folder;
    this.sftp = sftp;
    Files.createDirectories(folder);
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host").toString());
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("user").toString());
    start();
  }

  static SshServer start(Path folder) throws Exception {
    return new SshServer(folder, "internal-sftp");
  }

  /** One that knows neither links nor a renaming that replaces. */
  static SshServer withoutLinks(Path folder) throws Exception {
    return new SshServer(folder, "internal-sftp -P symlink,hardlink,posix-rename");
  }

  private void start() throws IOException {
    // the program insists on this folder when it runs as root
    if ("root".equals(System.getProperty("user.name"))) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        StrictModes no
        UsePAM no
        PermitRootLogin yes
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        MaxStartups 100
        PidFile none
        Subsystem sftp %s
        """
            .formatted(port, folder.resolve("host"), folder.resolve("user.pub"), sftp));
    process =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    Ports.await(port, process);
  }

  /** The same address, answered under another key: somebody has put himself between. */
  void changeHostKey() throws Exception {
    process.destroy();
    process.waitFor();
    Files.delete(folder.resolve("host"));
    Files.delete(folder.resolve("host.pub"));
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host").toString());
    start();
  }

  String userKey() throws IOException {
    return Files.readString(folder.resolve("user"));
  }

  /** As its owner reads it from the machine itself. */
  String fingerprint() throws Exception {
    return run("ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString()).split(" ")[1];
  }

  String user() {
    return System.getProperty("user.name");
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  @Override
  public void close() {
    process.destroy();
  }
}

package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's OpenSSH with a configuration and keys of its own. */
final class SshServer implements AutoCloseable {
  static final String ACCOUNT = "stadt-web";
  static final String PASSWORD = "kennwort am schalter";

  private final Path folder;
  private final String sftp;
  private final boolean byPassword;
  final int port = Ports.free();
  private Process process;

  private SshServer(Path folder, String sftp, boolean byPassword) throws Exception {
    this.folder = folder;
    this.sftp = sftp;
    this.byPassword = byPassword;
    Files.createDirectories(folder);
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host").toString());
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("user").toString());
    start();
  }

  static SshServer start(Path folder) throws Exception {
    return new SshServer(folder, "internal-sftp", false);
  }

  /** One that knows neither links nor a renaming that replaces. */
  static SshServer withoutLinks(Path folder) throws Exception {
    return new SshServer(folder, "internal-sftp -P symlink,hardlink,posix-rename", false);
  }

  /** One that asks {@link #ACCOUNT} for {@link #PASSWORD}. */
  static SshServer withPassword(Path folder) throws Exception {
    return new SshServer(folder, "internal-sftp", true);
  }

  private void start() throws Exception {
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
        PasswordAuthentication %s
        KbdInteractiveAuthentication no
        MaxStartups 100
        PidFile none
        Subsystem sftp %s
        """
            .formatted(
                port,
                folder.resolve("host"),
                folder.resolve("user.pub"),
                byPassword ? "yes" : "no",
                sftp));
    ProcessBuilder builder =
        new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile());
    if (byPassword) {
      builder.environment().putAll(anAccountOfItsOwn());
    }
    process = builder.start();
    Ports.await(port, process);
  }

  /**
   * The server is shown accounts of its own (libnss-wrapper), so that none is made on this machine:
   * one with a password, who is whoever runs the tests.
   */
  private Map<String, String> anAccountOfItsOwn() throws Exception {
    String hash = run("openssl", "passwd", "-6", PASSWORD).strip();
    String who = run("id", "-u").strip() + ":" + run("id", "-g").strip();
    String account = "%s:%s:%s::%s:/bin/sh\n".formatted(ACCOUNT, hash, who, folder);
    Path accounts = folder.resolve("passwd");
    Path secrets = folder.resolve("shadow");
    Files.writeString(accounts, Files.readString(Path.of("/etc/passwd")) + account);
    Files.writeString(secrets, "%s:%s:19000:0:99999:7:::\n".formatted(ACCOUNT, hash));
    return Map.of(
        "LD_PRELOAD",
        "libnss_wrapper.so",
        "NSS_WRAPPER_PASSWD",
        accounts.toString(),
        "NSS_WRAPPER_SHADOW",
        secrets.toString(),
        "NSS_WRAPPER_GROUP",
        "/etc/group");
  }

  /** How often a password was refused, as the server wrote it down. */
  long refusedPasswords() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("sshd.log"))) {
      return lines.filter(line -> line.startsWith("Failed password")).count();
    }
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

  Path userKeyFile() {
    return folder.resolve("user");
  }

  String userKey() throws IOException {
    return Files.readString(folder.resolve("user"));
  }

  /** As its owner reads it from the machine itself. */
  String fingerprint() throws Exception {
    return run("ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString()).split(" ")[1];
  }

  String user() {
    return byPassword ? ACCOUNT : System.getProperty("user.name");
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

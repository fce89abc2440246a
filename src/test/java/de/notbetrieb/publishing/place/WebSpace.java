package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that Debian's lighttpd shows to everybody, and lets one account write by WebDAV. */
final class WebSpace implements AutoCloseable {
  static final String ACCOUNT = "stadt";
  static final String PASSWORD = "kennwort";

  final Path folder;
  final int port = Ports.free();
  private final Process process;

  private WebSpace(Path data) throws IOException {
    this.folder = Files.createDirectories(data.resolve("www")).toRealPath();
    Path config = data.resolve("lighttpd.conf");
    Path accounts = data.resolve("accounts");
    Files.writeString(accounts, ACCOUNT + ":" + PASSWORD + "\n");
    Files.writeString(
        config,
        """
        server.modules = ("mod_auth", "mod_authn_file", "mod_alias", "mod_webdav")
        server.document-root = "%s"
        server.bind = "127.0.0.1"
        server.port = %d
        server.stat-cache-engine = "disable"
        index-file.names = ("index.html")
        auth.backend = "plain"
        auth.backend.plain.userfile = "%s"
        alias.url = ("/dav" => "%s")
        $HTTP["url"] =~ "^/dav(/|$)" {
          webdav.activate = "enable"
          auth.require = ("" => ("method" => "basic", "realm" => "dav", "require" => "valid-user"))
        }
        """
            .formatted(folder, port, accounts, folder));
    process =
        new ProcessBuilder("/usr/sbin/lighttpd", "-D", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("lighttpd.log").toFile())
            .start();
    Ports.await(port, process);
  }

  static WebSpace start(Path data) throws IOException {
    Files.createDirectories(data);
    return new WebSpace(data);
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:" + port + "/" + name + "/");
  }

  String davLocation(String name) {
    return "http://127.0.0.1:" + port + "/dav/" + name;
  }

  @Override
  public void close() {
    process.destroy();
  }
}

package de.notbetrieb.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff on other machines come in encrypted, or not at all. */
class TlsTest {
  @TempDir Path data;

  @Test
  void aBrowserThatTrustsTheOwnAuthorityReachesTheStaffPort() throws Exception {
    run("certificate", "localhost", "--data", data.toString());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("tls/staff.key"))))
        .isEqualTo("rw-------");

    try (RunningProgram program = RunningProgram.empty(data)) {
      HttpResponse<String> answer =
          trusting(data.resolve("tls/ca.pem"))
              .send(
                  HttpRequest.newBuilder(
                          URI.create("https://localhost:" + program.staffPort + "/anfang"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Set-Cookie"))
          .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure").contains("HttpOnly"));
    }
  }

  @Test
  void withoutACertificateTheStaffPortStaysOnThisMachine() {
    assertThat(run("serve", "--staff-host", "0.0.0.0", "--data", data.toString()))
        .isEqualTo(Main.USAGE);
    assertThat(data.resolve("notbetrieb.db")).doesNotExist();
  }

  private static int run(String... arguments) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Main.run(List.of(arguments), nowhere, nowhere);
  }

  private static HttpClient trusting(Path authority) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var in = Files.newInputStream(authority)) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}

package de.notbetrieb.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate and its key as PEM files, for the staff's port. Made by an own certification
 * authority when there is none from elsewhere; its key is thrown away, so that nobody can make a
 * second certificate with it.
 */
record Tls(Path certificate, Path key) {
  private static final Duration VALID = Duration.ofDays(397);
  private static final int SERIAL_BITS = 120;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The files that the options name, else those that {@code certificate} made. */
  static Optional<Tls> of(Options options) {
    Optional<Path> certificate = options.named("staff-cert").map(Path::of);
    Optional<Path> key = options.named("staff-key").map(Path::of);
    if (certificate.isPresent() != key.isPresent()) {
      throw new Options.NotUnderstood("--staff-cert und --staff-key gehören zusammen.");
    }
    Tls found =
        new Tls(
            certificate.orElseGet(() -> folder(options).resolve("staff.pem")),
            key.orElseGet(() -> folder(options).resolve("staff.key")));
    boolean there = Files.isReadable(found.certificate) && Files.isReadable(found.key);
    if (certificate.isPresent() && !there) {
      throw new Options.NotUnderstood("Diese Dateien lassen sich nicht lesen: " + found);
    }
    return Optional.of(found).filter(_ -> there);
  }

  static Path folder(Options options) {
    return options.data().resolve("tls");
  }

  /**
   * Writes {@code ca.pem}, {@code staff.pem} (with the authority's certificate) and {@code
   * staff.key}.
   *
   * @param hosts names and addresses under which staff will reach the program
   */
  static Tls make(Path folder, List<String> hosts, Instant now) {
    try {
      KeyPair authority = keyPair();
      KeyPair staff = keyPair();
      X500Name issuer = new X500Name("CN=Notbetrieb");
      X509Certificate ca =
          sign(
              builder(issuer, issuer, authority, now)
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)),
              authority.getPrivate());
      X509Certificate certificate =
          sign(
              builder(issuer, new X500Name("CN=" + hosts.getFirst()), staff, now)
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                  .addExtension(Extension.subjectAlternativeName, false, names(hosts)),
              authority.getPrivate());
      Files.createDirectories(folder);
      write(folder.resolve("ca.pem"), ca);
      Tls made = new Tls(folder.resolve("staff.pem"), folder.resolve("staff.key"));
      write(made.certificate, certificate, ca);
      writeKey(made.key, staff.getPrivate());
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("every Java platform has EC certificates", e);
    }
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair key, Instant now) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(now.plus(VALID)),
        subject,
        key.getPublic());
  }

  private static GeneralNames names(List<String> hosts) throws CertIOException {
    return new GeneralNames(
        hosts.stream()
            .map(
                host ->
                    new GeneralName(
                        host.matches("[0-9.]+|.*:.*") ? GeneralName.iPAddress : GeneralName.dNSName,
                        host))
            .toArray(GeneralName[]::new));
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private static void write(Path file, X509Certificate... certificates) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        JcaPEMWriter pem = new JcaPEMWriter(out)) {
      for (X509Certificate certificate : certificates) {
        pem.writeObject(certificate);
      }
    }
  }

  private static void writeKey(Path file, PrivateKey key)
      throws IOException, OperatorCreationException {
    Files.deleteIfExists(file);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
        JcaPEMWriter pem = new JcaPEMWriter(out)) {
      pem.writeObject(new org.bouncycastle.openssl.jcajce.JcaPKCS8Generator(key, null).generate());
    }
  }

  /** Addresses on which only this machine can listen: they need no certificate. */
  static boolean isLoopback(String host) {
    return Set.of("127.0.0.1", "::1", "localhost").contains(host);
  }
}

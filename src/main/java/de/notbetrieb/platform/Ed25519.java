package de.notbetrieb.platform;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** RFC 8032 signatures over bytes. */
final class Ed25519 {
  private Ed25519() {}

  static byte[] sign(byte[] seed, byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(seed));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    try {
      verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
    } catch (IllegalArgumentException e) {
      return false; // these bytes are no point of the curve, so nothing is signed by them
    }
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}

package muster.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that is kept outside the data directory. Thread-safe; never shown.
public final class Secret {
    /// Never fed: copied for each use, because finding an implementation takes longer than using it.
    private final Mac fresh;

    /// @param bytes at least 32
    public Secret(byte[] bytes) {
        if (bytes.length < 32) {
            throw new IllegalArgumentException("a secret has at least 32 bytes, not " + bytes.length);
        }
        try {
            fresh = Mac.getInstance("HmacSHA256");
            fresh.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HmacSHA256", e);
        }
    }

    /// HMAC-SHA-256 over the parts, each preceded by its length; base64url.
    public String mac(String... parts) {
        try {
            Mac mac = (Mac) fresh.clone();
            for (String part : parts) {
                mac.update((part.length() + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return Digest.text(mac.doFinal());
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the HmacSHA256 of Java can be copied", e);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}

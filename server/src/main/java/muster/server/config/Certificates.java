package muster.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The certificate that Muster shows, from a PKCS#12 file.
public final class Certificates {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private Certificates() {}

    /// @throws IOException in words if the file or its password cannot be used
    public static SSLContext from(Path keystore, Path passwordFile) throws IOException {
        if (Files.getPosixFilePermissions(passwordFile).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(
                    "The password in " + passwordFile + " can be read by others than its owner: chmod 600 it.");
        }
        char[] password = Files.readString(passwordFile).strip().toCharArray();
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException("The keystore " + keystore + " cannot be used: " + e.getMessage(), e);
        }
    }
}

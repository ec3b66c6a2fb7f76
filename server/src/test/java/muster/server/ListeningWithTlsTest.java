package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Secret;
import muster.kernel.Time;
import muster.server.door.Limits;
import muster.testing.MemoryJournal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class ListeningWithTlsTest {
    private static final char[] PASSWORD = "x".toCharArray();

    @Test
    void with_a_certificate_it_speaks_https_and_nothing_else() throws Exception {
        SSLContext certified = certified();
        Secret secret = new Secret(new byte[32]);
        Engine engine = new Engine(
                Features.catalogue(),
                new MemoryJournal(),
                Time.ofMachine(),
                Entropy.ofMachine(),
                secret,
                Thread::startVirtualThread,
                "muster.test/muster");
        engine.found().join();
        Server.Parts parts = new Server.Parts(
                engine,
                secret,
                "https://localhost",
                "localhost",
                0,
                Optional.of(certified),
                Limits.standard(),
                () -> Health.READY,
                Time.ofMachine(),
                Entropy.ofMachine());
        try (Server server = Server.start(parts);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(certified).build()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + server.port() + "/health/live"))
                    .build();
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(plain(client, server.port())).isNotEqualTo(200);
        }
    }

    private static int plain(HttpClient client, int port) throws InterruptedException {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/live"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException closed) {
            return 0;
        }
    }

    /// Serves with, and trusts, a certificate made a moment ago.
    private static SSLContext certified() throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(1, ChronoUnit.HOURS)),
                                Date.from(now.plus(1, ChronoUnit.HOURS)),
                                name,
                                keys.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
        store.setCertificateEntry("trusted", certificate);
        KeyManagerFactory serve = KeyManagerFactory.getInstance("PKIX");
        serve.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(serve.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

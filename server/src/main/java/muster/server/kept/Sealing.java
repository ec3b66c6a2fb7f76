package muster.server.kept;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import muster.kernel.Secret;

/// Bytes under a label, readable and writable only with the secret: AES-256-GCM in pieces, each with its number and
/// whether it is the last, under a key made from the secret, the label and a salt that no other file has. So neither a
/// byte nor the label, the order or the end of the pieces can be changed unnoticed, and nothing is handed out before it
/// was checked.
final class Sealing {
    static final int SALT = 32;
    static final int PIECE = 16 * 1024;
    private static final int TAG_BITS = 128;
    private static final int TAG = TAG_BITS / 8;
    private static final int NONCE = 12;
    /// In the length of a piece: no more come.
    private static final int LAST = 1 << 31;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final int mode;
    private long pieces;

    private Sealing(Secret secret, String label, byte[] salt, int mode) {
        String salted = Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
        this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(secret.mac("kept fold", label, salted)), "AES");
        this.mode = mode;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has AES-GCM", e);
        }
    }

    /// Seals what is written; closing it writes the last piece and closes what is below.
    static OutputStream into(OutputStream below, Secret secret, String label, byte[] salt) {
        return new Out(below, new Sealing(secret, label, salt, Cipher.ENCRYPT_MODE));
    }

    /// Opens what is read; ends with an exception where anything is not as it was sealed.
    static InputStream from(InputStream below, Secret secret, String label, byte[] salt) {
        return new In(below, new Sealing(secret, label, salt, Cipher.DECRYPT_MODE));
    }

    private int next(byte[] from, int length, byte[] to, boolean last) throws IOException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putInt(last ? 1 : 0)
                .putLong(pieces++)
                .array();
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(from, 0, length, to, 0);
        } catch (GeneralSecurityException e) {
            throw new IOException("what was sealed was changed", e);
        }
    }

    private static final class Out extends FilterOutputStream {
        private final Sealing sealing;
        private final byte[] piece = new byte[PIECE];
        private final byte[] sealed = new byte[PIECE + TAG];
        private int filled;

        Out(OutputStream below, Sealing sealing) {
            super(below);
            this.sealing = sealing;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            for (int left = length; left > 0; ) {
                if (filled == PIECE) {
                    put(false);
                }
                int some = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, some);
                filled += some;
                at += some;
                left -= some;
            }
        }

        private void put(boolean last) throws IOException {
            int length = sealing.next(piece, filled, sealed, last);
            new DataOutputStream(out).writeInt(last ? length | LAST : length);
            out.write(sealed, 0, length);
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            try (OutputStream below = out) {
                put(true);
                below.flush();
            }
        }
    }

    private static final class In extends FilterInputStream {
        private final Sealing sealing;
        private final byte[] sealed = new byte[PIECE + TAG];
        private final byte[] piece = new byte[PIECE + TAG];
        private int from;
        private int to;
        private boolean ended;

        In(InputStream below, Sealing sealing) {
            super(below);
            this.sealing = sealing;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int at, int length) throws IOException {
            while (from == to) {
                if (ended) {
                    return -1;
                }
                take();
            }
            int some = Math.min(length, to - from);
            System.arraycopy(piece, from, bytes, at, some);
            from += some;
            return some;
        }

        private void take() throws IOException {
            int length = new DataInputStream(in).readInt();
            ended = (length & LAST) != 0;
            length &= ~LAST;
            if (length > sealed.length || in.readNBytes(sealed, 0, length) < length) {
                throw new IOException("a piece breaks off");
            }
            from = 0;
            to = sealing.next(sealed, length, piece, ended);
            if (ended && in.read() >= 0) {
                throw new IOException("something follows the last piece");
            }
        }
    }
}

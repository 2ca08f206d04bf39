package org.tremplin.platform.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.tremplin.platform.command.Refused;
import org.tremplin.platform.security.Keys;

/**
 * The outside of a backup, format 1. In the clear: {@link #MAGIC}, the format (1 byte), the rounds of PBKDF2 (4), a salt
 * (16), a mark by which a wrong passphrase is known (16). Then chunks of {@link #CHUNK} bytes, each sealed by
 * AES-256-GCM with what stands in the clear as associated data. A chunk's nonce is its number (11 bytes) and whether it
 * is the last (1): none can be left out, moved or cut off (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, CRYPTO 2015, as used by age). The salt makes the key of each file its own.
 */
final class Envelope {

    static final int FORMAT = 1;
    static final int CHUNK = 65_536;

    private static final byte[] MAGIC = "TREMPLIN BACKUP\n".getBytes(StandardCharsets.US_ASCII);
    /** OWASP's figure for PBKDF2 with HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int MARK = 16;
    private static final int TAG = 16;
    private static final int NUMBER = 11;

    private final byte[] clear;
    private final byte[] key;
    private long number;

    private Envelope(byte[] clear, byte[] key) {
        this.clear = clear;
        this.key = key;
    }

    /** What is written into the result is sealed into the file; closing it writes the last chunk. */
    static OutputStream seal(OutputStream file, char[] passphrase) throws IOException {
        return seal(file, passphrase, ROUNDS);
    }

    static OutputStream seal(OutputStream file, char[] passphrase, int rounds) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] master = master(passphrase, salt, rounds);
        ByteBuffer clear = ByteBuffer.allocate(MAGIC.length + 1 + Integer.BYTES + SALT + MARK);
        clear.put(MAGIC).put((byte) FORMAT).putInt(rounds).put(salt).put(mark(master));
        new DataOutputStream(file).write(clear.array());
        return new Sealing(new Envelope(clear.array(), key(master)), file);
    }

    /**
     * Reads what was sealed. Each byte it gives was checked; only its end tells that nothing is missing.
     *
     * @throws Refused for a file that is none of ours, of a newer format, or sealed with another passphrase
     */
    static InputStream open(InputStream file, char[] passphrase) throws IOException {
        byte[] clear = file.readNBytes(MAGIC.length + 1 + Integer.BYTES + SALT + MARK);
        ByteBuffer read = ByteBuffer.wrap(clear);
        if (clear.length <= MAGIC.length || !Arrays.equals(clear, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new Refused("backup.not-ours");
        }
        int format = read.position(MAGIC.length).get();
        if (format > FORMAT) {
            throw new Refused("backup.newer-format", format);
        }
        if (format != FORMAT || read.remaining() < Integer.BYTES + SALT + MARK) {
            throw new Refused("backup.damaged");
        }
        int rounds = read.getInt();
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new Refused("backup.damaged");
        }
        byte[] salt = new byte[SALT];
        byte[] mark = new byte[MARK];
        read.get(salt).get(mark);
        byte[] master = master(passphrase, salt, rounds);
        if (!MessageDigest.isEqual(mark, mark(master))) {
            throw new Refused("backup.wrong-passphrase");
        }
        return new Opening(new Envelope(clear, key(master)), file);
    }

    private byte[] crypt(int mode, byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NUMBER + 1)
                .putLong(NUMBER - Long.BYTES, number++)
                .put(NUMBER, (byte) (last ? 1 : 0))
                .array();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(clear);
        return cipher.doFinal(bytes, 0, length);
    }

    private static byte[] master(char[] passphrase, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JVM has PBKDF2 with HMAC-SHA-256", missing);
        }
    }

    private static byte[] key(byte[] master) {
        return Keys.hmac(master, "chunks".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] mark(byte[] master) {
        return Arrays.copyOf(Keys.hmac(master, "mark".getBytes(StandardCharsets.US_ASCII)), MARK);
    }

    private static final class Sealing extends OutputStream {

        private final Envelope envelope;
        private final OutputStream file;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private boolean closed;

        Sealing(Envelope envelope, OutputStream file) {
            this.envelope = envelope;
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (filled == CHUNK) {
                    // only once more is to come: the last chunk is marked
                    put(false);
                }
                int taken = Math.min(left, CHUNK - filled);
                System.arraycopy(bytes, at, chunk, filled, taken);
                filled += taken;
                at += taken;
                left -= taken;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                put(true);
                file.close();
            }
        }

        private void put(boolean last) throws IOException {
            try {
                file.write(envelope.crypt(Cipher.ENCRYPT_MODE, chunk, filled, last));
                filled = 0;
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("Every JVM has AES-GCM", failure);
            }
        }
    }

    private static final class Opening extends InputStream {

        private final Envelope envelope;
        private final DataInputStream file;
        private byte[] next;
        private byte[] plain = new byte[0];
        private int at;
        private boolean over;

        Opening(Envelope envelope, InputStream file) throws IOException {
            this.envelope = envelope;
            this.file = new DataInputStream(file);
            this.next = file.readNBytes(CHUNK + TAG);
        }

        @Override
        public int read() throws IOException {
            return more() ? plain[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int given = Math.min(length, plain.length - at);
            System.arraycopy(plain, at, bytes, from, given);
            at += given;
            return given;
        }

        @Override
        public int available() throws IOException {
            return plain.length - at;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        private boolean more() throws IOException {
            while (at == plain.length && !over) {
                byte[] sealed = next;
                next = file.readNBytes(CHUNK + TAG);
                over = next.length == 0;
                if (sealed.length < TAG) {
                    throw new Refused("backup.damaged");
                }
                try {
                    plain = envelope.crypt(Cipher.DECRYPT_MODE, sealed, sealed.length, over);
                } catch (GeneralSecurityException changed) {
                    throw new Refused("backup.damaged");
                }
                at = 0;
            }
            return at < plain.length;
        }
    }
}

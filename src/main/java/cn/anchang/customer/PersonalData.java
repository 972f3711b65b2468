package cn.anchang.customer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals id numbers before they are stored (R35): AES-GCM under the application's secret key, bound to the row they belong to, so that a
 * sealed number copied into another row does not open.
 */
@Component
public class PersonalData {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalStateException when the key is not 32 bytes in Base64 */
    PersonalData(@Value("${anchang.secret-key}") String secretKey) {
        this.key = new SecretKeySpec(decoded(secretKey), "AES");
    }

    private static byte[] decoded(String secretKey) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secretKey.strip());
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the secret itself.
        }
        throw new IllegalStateException(
                "ANCHANG_SECRET_KEY must be 32 random bytes in Base64, as `openssl rand -base64 32` makes them");
    }

    /** @param row the id of the row that will keep it */
    public byte[] seal(String clear, UUID row) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), row);
    }

    /**
     * A whole document that numbers stand in.
     *
     * @param row the id of the row that will keep it
     */
    public byte[] seal(byte[] clear, UUID row) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, row, clear);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(FORMAT)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed for another row or under another key, or has been altered */
    public String open(byte[] sealed, UUID row) {
        return new String(opened(sealed, row), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when it was sealed for another row or under another key, or has been altered */
    public byte[] opened(byte[] sealed, UUID row) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("Not a sealed number");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, nonce, row, body);
    }

    /** The same for the same number under the same key; nobody without the key finds the number by trying. */
    public String digest(String clear) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(("id number " + clear).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No digest under this key", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, UUID row, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed number does not open with this key and row", e);
        }
    }
}

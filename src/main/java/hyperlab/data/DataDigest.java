package hyperlab.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint that an experiment's record uses to identify its data. */
public final class DataDigest {
    private DataDigest() {}

    /**
     * SHA-256, in lowercase hexadecimal, of the numbers as they are used: for each row in order, its features in order
     * and then its target (the index of a class), each as the eight bytes of a big-endian IEEE 754 double. It is taken
     * before standardization and splitting. A CSV file that differs only in unused columns, spaces or names has the
     * same fingerprint.
     */
    public static String sha256(DataSet data) {
        MessageDigest digest = sha256();
        int columns = data.features().numCols;
        ByteBuffer row = ByteBuffer.allocate(Double.BYTES * (columns + 1));
        for (int i = 0; i < data.samples(); i++) {
            row.clear();
            for (int j = 0; j < columns; j++) {
                row.putDouble(data.features().data[i * columns + j]);
            }
            row.putDouble(data.targets()[i]);
            digest.update(row.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

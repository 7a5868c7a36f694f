package hyperlab.file.log;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads the scalars of a TensorBoard event file, a sequence of TFRecords. A record is the length of its data (8 bytes,
 * little-endian), the masked CRC-32C of the length, the data, and the masked CRC-32C of the data. The data is an
 * {@code Event} of {@code event.proto}, whose {@code Summary} has the values of {@code summary.proto}: a number in
 * {@code simple_value}, or a {@code TensorProto} with one number.
 */
final class EventFile {
    private static final int LENGTH_BYTES = 8;
    private static final int CHECKSUM_BYTES = 4;
    /** Longer records are no scalars; their data is skipped in pieces, with its checksum. */
    private static final int MAX_PARSED_BYTES = 1 << 20;

    private static final int PIECE = 1 << 16;
    private static final int MASK_DELTA = 0xa282ead8;

    private static final int EVENT_STEP = 2;
    private static final int EVENT_SUMMARY = 5;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;
    private static final int VALUE_TENSOR = 8;
    private static final int TENSOR_TYPE = 1;
    private static final int TENSOR_CONTENT = 4;
    private static final int TENSOR_FLOATS = 5;
    private static final int TENSOR_DOUBLES = 6;
    private static final int FLOAT = 1;
    private static final int DOUBLE = 2;

    private EventFile() {}

    /** Receives the scalars in the order of the file. */
    @FunctionalInterface
    interface ScalarHandler {
        void handle(long step, String tag, double value);
    }

    /** Whether the bytes begin with the length of a record and its checksum. */
    static boolean isRecord(byte[] start) {
        return start.length >= LENGTH_BYTES + CHECKSUM_BYTES
                && integer(start, LENGTH_BYTES) == maskedChecksum(start, LENGTH_BYTES);
    }

    /**
     * Reads all records.
     *
     * @param name the name of the file, for errors
     * @return whether the file ends in the middle of a record, which is normal while a program still writes it
     * @throws InvalidInputException if a checksum is wrong or a record is no event
     */
    static boolean read(InputStream in, String name, ScalarHandler handler) throws IOException {
        long position = 0;
        for (int number = 1; ; number++) {
            byte[] header = in.readNBytes(LENGTH_BYTES + CHECKSUM_BYTES);
            if (header.length < LENGTH_BYTES + CHECKSUM_BYTES) {
                return header.length > 0;
            }
            if (!isRecord(header)) {
                throw new InvalidInputException(name, Rule.LOG_CHECKSUM, number, position);
            }
            long length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getLong();
            CRC32C checksum = new CRC32C();
            byte[] data = new byte[0];
            long left = length;
            while (left > 0) {
                byte[] piece =
                        in.readNBytes((int) Math.min(length <= MAX_PARSED_BYTES ? MAX_PARSED_BYTES : PIECE, left));
                if (piece.length == 0) {
                    return true;
                }
                checksum.update(piece);
                data = length <= MAX_PARSED_BYTES ? piece : data;
                left -= piece.length;
                if (left > 0 && length <= MAX_PARSED_BYTES) {
                    return true;
                }
            }
            byte[] footer = in.readNBytes(CHECKSUM_BYTES);
            if (footer.length < CHECKSUM_BYTES) {
                return true;
            }
            if (length < 0 || integer(footer, 0) != masked((int) checksum.getValue())) {
                throw new InvalidInputException(name, Rule.LOG_CHECKSUM, number, position);
            }
            try {
                readEvent(CodedInputStream.newInstance(data), handler);
            } catch (InvalidProtocolBufferException e) {
                throw new InvalidInputException(name, Rule.LOG_CHECKSUM, number, position).withCause(e);
            }
            position += LENGTH_BYTES + 2L * CHECKSUM_BYTES + length;
        }
    }

    private static int integer(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }

    private static int maskedChecksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return masked((int) checksum.getValue());
    }

    private static int masked(int checksum) {
        return Integer.rotateRight(checksum, 15) + MASK_DELTA;
    }

    private static void readEvent(CodedInputStream in, ScalarHandler handler) throws IOException {
        long step = 0;
        List<ByteString> summaries = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case EVENT_STEP -> step = in.readInt64();
                case EVENT_SUMMARY -> summaries.add(in.readBytes());
                default -> in.skipField(tag);
            }
        }
        for (ByteString summary : summaries) {
            readSummary(summary.newCodedInput(), step, handler);
        }
    }

    private static void readSummary(CodedInputStream in, long step, ScalarHandler handler) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == SUMMARY_VALUE) {
                readValue(in.readBytes().newCodedInput(), step, handler);
            } else {
                in.skipField(tag);
            }
        }
    }

    private static void readValue(CodedInputStream in, long step, ScalarHandler handler) throws IOException {
        String name = "";
        List<Double> numbers = List.of();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case VALUE_TAG -> name = in.readString();
                case VALUE_SIMPLE -> numbers = List.of((double) in.readFloat());
                case VALUE_TENSOR -> numbers = readTensor(in.readBytes().newCodedInput());
                default -> in.skipField(tag);
            }
        }
        if (numbers.size() == 1) {
            handler.handle(step, name, numbers.get(0));
        }
    }

    /** The numbers of a tensor of floats or doubles; empty for other types. */
    private static List<Double> readTensor(CodedInputStream in) throws IOException {
        int type = 0;
        List<Double> numbers = new ArrayList<>();
        ByteString content = ByteString.EMPTY;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            boolean packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TENSOR_TYPE -> type = in.readEnum();
                case TENSOR_CONTENT -> content = in.readBytes();
                case TENSOR_FLOATS -> {
                    if (packed) {
                        numbers.addAll(numbers(in.readBytes(), FLOAT));
                    } else {
                        numbers.add((double) in.readFloat());
                    }
                }
                case TENSOR_DOUBLES -> {
                    if (packed) {
                        numbers.addAll(numbers(in.readBytes(), DOUBLE));
                    } else {
                        numbers.add(in.readDouble());
                    }
                }
                default -> in.skipField(tag);
            }
        }
        return numbers.isEmpty() ? numbers(content, type) : numbers;
    }

    private static List<Double> numbers(ByteString bytes, int type) {
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        List<Double> numbers = new ArrayList<>();
        while (type == FLOAT && buffer.remaining() >= Float.BYTES) {
            numbers.add((double) buffer.getFloat());
        }
        while (type == DOUBLE && buffer.remaining() >= Double.BYTES) {
            numbers.add(buffer.getDouble());
        }
        return numbers;
    }
}

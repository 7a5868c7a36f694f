package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads text that must be UTF-8 without NUL; the first invalid byte causes an error that names its line. */
final class Utf8Reader extends Reader {
    private final InputStream in;
    private final String label;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;
    private boolean openQuote;
    private long line = 1;

    Utf8Reader(InputStream in, String label) {
        this.in = in;
        this.label = label;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        int start = chars.position();
        while (chars.position() == start && !(ended && !bytes.hasRemaining())) {
            fill();
            CoderResult result = decoder.decode(bytes, chars, ended);
            check(target, offset, chars.position() - start);
            if (result.isError() || (ended && result.isUnderflow() && bytes.hasRemaining())) {
                throw notText();
            }
        }
        int read = chars.position() - start;
        return read == 0 && length > 0 ? -1 : read;
    }

    private void fill() throws IOException {
        if (ended || bytes.remaining() > 4) {
            return;
        }
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    private void check(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                line++;
            } else if (text[i] == '"') {
                openQuote = !openQuote;
            } else if (text[i] == 0) {
                throw notText();
            }
        }
    }

    /** Whether an odd number of quotation marks has been read. */
    boolean hasOpenQuote() {
        return openQuote;
    }

    private InvalidInputException notText() {
        return new InvalidInputException(label + " line " + line, "is not text in UTF-8");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package hyperlab.data;

import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.rule.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Reads text in an encoding, without NUL; the first invalid byte causes an error that names its line. */
final class EncodedTextReader extends Reader {
    private final InputStream in;
    private final String sourceName;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final TextEncoding encoding;
    private final CharsetDecoder decoder;
    private boolean endOfInput;
    private boolean insideQuotes;
    private long line = 1;

    EncodedTextReader(InputStream in, String sourceName, TextEncoding encoding) {
        this.in = in;
        this.sourceName = sourceName;
        this.encoding = encoding;
        decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        int start = chars.position();
        while (chars.position() == start && !(endOfInput && !bytes.hasRemaining())) {
            fill();
            CoderResult result = decoder.decode(bytes, chars, endOfInput);
            inspect(target, offset, chars.position() - start);
            if (result.isError() || (endOfInput && result.isUnderflow() && bytes.hasRemaining())) {
                throw invalidText();
            }
        }
        int read = chars.position() - start;
        return read == 0 && length > 0 ? -1 : read;
    }

    private void fill() throws IOException {
        if (endOfInput || bytes.remaining() > 4) {
            return;
        }
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        endOfInput = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    private void inspect(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                line++;
            } else if (text[i] == '"') {
                insideQuotes = !insideQuotes;
            } else if (text[i] == 0) {
                throw invalidText();
            }
        }
    }

    /** Whether an odd number of quotation marks has been read. */
    boolean hasOpenQuote() {
        return insideQuotes;
    }

    private InvalidInputException invalidText() {
        SourceLocation place = SourceLocation.line(sourceName, line);
        return encoding == TextEncoding.UTF_8
                ? new InvalidInputException(place, Rule.CSV_NOT_UTF8)
                : new InvalidInputException(place, Rule.CSV_NOT_IN_ENCODING, encoding.fileName());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

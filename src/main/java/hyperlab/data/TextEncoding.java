package hyperlab.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings of a table's text. */
public enum TextEncoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    UTF_16LE("utf-16le", StandardCharsets.UTF_16LE),
    UTF_16BE("utf-16be", StandardCharsets.UTF_16BE),
    /** What Excel writes on a Korean Windows; it contains EUC-KR. */
    CP949("cp949", Charset.forName("x-windows-949")),
    /** Windows-1252: Latin-1, with the additional characters that Excel writes on a western Windows. */
    LATIN_1("latin-1", Charset.forName("windows-1252"));

    private final String fileName;
    private final Charset charset;

    TextEncoding(String fileName, Charset charset) {
        this.fileName = fileName;
        this.charset = charset;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** The Java charset. */
    public Charset charset() {
        return charset;
    }
}

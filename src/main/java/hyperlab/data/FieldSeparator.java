package hyperlab.data;

/** The character between the fields of a row. */
public enum FieldSeparator {
    COMMA("comma", ','),
    SEMICOLON("semicolon", ';'),
    TAB("tab", '\t');

    private final String fileName;
    private final char character;

    FieldSeparator(String fileName, char character) {
        this.fileName = fileName;
        this.character = character;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    public char character() {
        return character;
    }
}

package hyperlab.data;

/** The character before the fraction of a number. */
public enum DecimalMark {
    POINT("point", '.'),
    COMMA("comma", ',');

    private final String fileName;
    private final char character;

    DecimalMark(String fileName, char character) {
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

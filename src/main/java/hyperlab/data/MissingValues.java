package hyperlab.data;

/**
 * What happens to a row whose feature is missing. A number is missing if its cell is not a finite number; a category is
 * missing if its cell is empty or marks a missing value. The values that fill gaps come from the training rows.
 */
public enum MissingValues {
    /** The table is rejected. */
    REFUSE("refuse"),
    /** The row is dropped. */
    DROP("drop"),
    /** A missing number becomes the column's mean; a missing category becomes a category of its own. */
    MEAN("mean"),
    /** A missing number becomes the column's median; a missing category becomes a category of its own. */
    MEDIAN("median"),
    /**
     * A missing category becomes a category of its own. A missing number becomes the column's mean, and one more
     * feature is 1 where it is missing and 0 elsewhere.
     */
    CATEGORY("category");

    private final String fileName;

    MissingValues(String fileName) {
        this.fileName = fileName;
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether gaps are filled, so that every row is kept. */
    public boolean fills() {
        return this == MEAN || this == MEDIAN || this == CATEGORY;
    }
}

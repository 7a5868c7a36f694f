package hyperlab.rule;

/**
 * A number that configures a {@link Component}, such as β₁ of Adam. Components of one kind share their constants: each
 * kind has one enum of them, in display order. The default of a constant is its value in the component's own default.
 */
public interface Constant {
    Definition definition();

    /** The name in files and on the command line. Message keys of its name and hint end with it. */
    default String key() {
        return definition().key();
    }

    /** The symbol in formulas and captions. */
    default String symbol() {
        return definition().symbol();
    }

    /** The numbers that it may have. */
    default NumberRange range() {
        return definition().range();
    }

    /** What {@link #key}, {@link #symbol} and {@link #range} return. */
    record Definition(String key, String symbol, NumberRange range) {}
}

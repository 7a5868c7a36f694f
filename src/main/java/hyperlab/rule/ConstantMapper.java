package hyperlab.rule;

/**
 * Replaces the constants of a component one by one. Readers of files, writers, and controls are mappers: see
 * {@link Component#mapConstants}.
 */
public interface ConstantMapper {
    /** The new value of a constant whose value is {@code value}. */
    double number(Constant constant, double value);

    /** The new value of a constant that is a whole number. */
    int integer(Constant constant, int value);

    /** The new value of a setting that is on or off. */
    boolean flag(String key, boolean value);
}

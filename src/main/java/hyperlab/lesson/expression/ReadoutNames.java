package hyperlab.lesson.expression;

import java.util.List;
import java.util.Optional;

/**
 * The readouts of a lab. The message {@code lesson.readout.LAB.NAME} describes each.
 *
 * @param readouts in the order of the documentation
 */
public record ReadoutNames(String lab, List<Readout> readouts) {
    public ReadoutNames {
        readouts = List.copyOf(readouts);
    }

    /** The kind of a readout. */
    public enum Kind {
        /** One number at a time. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** One number for each step or epoch; without an index, the number at the current one. */
        SERIES,
        /** A number that depends on an argument: {@code noise(B)}. */
        FUNCTION
    }

    /**
     * A readout.
     *
     * @param ofStart whether it is the value at the start of the run throughout, although the stage shows how it
     *     changes during the run
     */
    public record Readout(String name, Kind kind, boolean ofStart) {
        /** A readout of the current step or epoch, or one that does not change during the run. */
        public Readout(String name, Kind kind) {
            this(name, kind, false);
        }
    }

    public Optional<Readout> find(String name) {
        return readouts.stream().filter(readout -> readout.name().equals(name)).findFirst();
    }

    /** All names. */
    public List<String> names() {
        return readouts.stream().map(Readout::name).toList();
    }

    /** The key of the description of a readout. */
    public String descriptionKey(Readout readout) {
        return "lesson.readout." + lab + "." + readout.name();
    }
}

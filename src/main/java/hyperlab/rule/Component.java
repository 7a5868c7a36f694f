package hyperlab.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A part of an experiment that is chosen by name and configured by constants: an optimizer, an activation function, a
 * learning-rate schedule or an initializer. Immutable.
 *
 * @param <T> the kind of component
 */
public interface Component<T extends Component<T>> {
    /** The name in files, on the command line and in message keys. */
    String name();

    /**
     * Returns the component with the constants that {@code mapper} returns for its own. This is the only description of
     * its constants: the mapper is called once for each, in the order of files.
     *
     * @throws InvalidInputException if the new constants are out of range for this component
     */
    T mapConstants(ConstantMapper mapper);

    /** The constants of this component and their values, in the order of files. */
    default Map<Constant, Double> constants() {
        Map<Constant, Double> constants = new LinkedHashMap<>();
        mapConstants(new ConstantMapper() {
            @Override
            public double number(Constant constant, double value) {
                constants.put(constant, value);
                return value;
            }

            @Override
            public int integer(Constant constant, int value) {
                constants.put(constant, (double) value);
                return value;
            }

            @Override
            public boolean flag(String key, boolean value) {
                return value;
            }
        });
        return constants;
    }

    /** The value of {@code constant}; empty if this component does not have it. */
    default OptionalDouble value(Constant constant) {
        Double value = constants().get(constant);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns this component with a new value for one constant, or an equal component if it does not have the constant.
     *
     * @throws InvalidInputException if the value is out of range for this component, or has a fraction where only whole
     *     numbers are allowed
     */
    default T with(Constant constant, double newValue) {
        return mapConstants(new ConstantMapper() {
            @Override
            public double number(Constant each, double value) {
                return each == constant ? newValue : value;
            }

            @Override
            public int integer(Constant each, int value) {
                if (each != constant) {
                    return value;
                }
                if (newValue != Math.rint(newValue) || Double.isInfinite(newValue)) {
                    throw new InvalidInputException(each.key(), Rule.WHOLE, newValue);
                }
                return (int) newValue;
            }

            @Override
            public boolean flag(String key, boolean value) {
                return value;
            }
        });
    }

    /**
     * The component with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T extends Component<T>> T named(String name, List<T> components) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}

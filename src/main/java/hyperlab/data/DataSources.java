package hyperlab.data;

import hyperlab.rule.ClosestMatch;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** The possible values of {@code data.source}, for menus, lists and error messages. */
public final class DataSources {
    private DataSources() {}

    /** The names of the generators, in display order. */
    public static List<String> generators() {
        return List.of(DataGenerator.values()).stream()
                .map(DataGenerator::fileName)
                .toList();
    }

    /** The names of the bundled data sets, in display order. */
    public static List<String> bundled() {
        return List.of(BundledDataSet.values()).stream()
                .map(BundledDataSet::fileName)
                .toList();
    }

    /** Every valid value of {@code data.source}: generators, bundled data sets, {@code csv}, {@code points}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(generators());
        names.addAll(bundled());
        names.add(DataSettings.CSV);
        names.add(DataSettings.POINTS);
        return List.copyOf(names);
    }

    /**
     * Checks that {@code name} is a source and returns it.
     *
     * @throws InvalidInputException for {@code source} if it is not, with all names and the closest match
     */
    public static String require(String name) {
        if (!names().contains(name)) {
            String nearest = ClosestMatch.of(name, names());
            throw new InvalidInputException(
                    "source", Rule.ONE_OF_NEAREST, String.join(", ", names()), '"' + name + '"', nearest);
        }
        return name;
    }
}

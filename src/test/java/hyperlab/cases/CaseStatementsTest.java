package hyperlab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.CaseScore.Configuration;
import hyperlab.data.BundledDataSet;
import hyperlab.data.DataSet;
import hyperlab.file.BundledCases;
import hyperlab.file.RunLoader;
import hyperlab.train.Quantiles;
import hyperlab.tune.SearchDimension;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the cases say in words about their data, their searches and the spread over seeds follows from them. */
class CaseStatementsTest {
    private static DataSet data(String name) {
        return BundledDataSet.named(name).orElseThrow().load();
    }

    /** The values of a feature, of one class or, with −1, of all. */
    private static double[] values(DataSet data, String feature, int label) {
        int column = data.featureNames().indexOf(feature);
        return IntStream.range(0, data.samples())
                .filter(row -> label < 0 || data.targets()[row] == label)
                .mapToDouble(row -> data.features().get(row, column))
                .toArray();
    }

    private static long[] classCounts(DataSet data) {
        long[] counts = new long[data.classNames().size()];
        Arrays.stream(data.targets()).forEach(label -> counts[(int) label]++);
        return counts;
    }

    private static boolean overlap(double[] first, double[] second) {
        return Arrays.stream(first).min().orElseThrow()
                        <= Arrays.stream(second).max().orElseThrow()
                && Arrays.stream(second).min().orElseThrow()
                        <= Arrays.stream(first).max().orElseThrow();
    }

    @Test
    void countsAreThoseOfTheData() {
        assertEquals(3, data("iris").classNames().size());
        assertEquals(4, data("iris").featureNames().size());
        assertEquals(3, data("wine").classNames().size());
        assertEquals(3, data("penguins").classNames().size());
        assertEquals(4, data("penguins").featureNames().size());
        assertEquals(10, data("diabetes").featureNames().size());
        assertEquals(10, data("digits").classNames().size());
        assertEquals(10, data("mnist").classNames().size());
    }

    @Test
    void countsAreThoseOfTheSearches() {
        assertEquals(
                List.of("network.hidden", "training.epochs", "training.penalty.l2"),
                BundledCases.named("diabetes").study().space().keys().stream()
                        .sorted()
                        .toList());
        long shapes = BundledCases.named("mnist").study().space().parameters().stream()
                .filter(parameter -> parameter.key().equals("network.convolutions"))
                .map(parameter -> (SearchDimension.CategoricalDimension) parameter.dimension())
                .mapToLong(dimension -> dimension.values().size())
                .sum();
        assertEquals(3, shapes);
    }

    @Test
    void oneSpeciesOfIrisStandsApartAndTheOtherTwoOverlap() {
        DataSet iris = data("iris");
        assertEquals(1, Arrays.stream(classCounts(iris)).distinct().count(), "as many flowers of each species");
        String petals = iris.featureNames().get(2);
        assertTrue(!overlap(values(iris, petals, 0), values(iris, petals, 1)));
        assertTrue(!overlap(values(iris, petals, 0), values(iris, petals, 2)));
        for (String feature : iris.featureNames()) {
            assertTrue(overlap(values(iris, feature, 1), values(iris, feature, 2)), feature);
        }
    }

    /** One row of the test data is worth a few percentage points. */
    @Test
    void oneFlowerIsWorthAFewPoints() {
        int rows = new RunLoader(null)
                .open(BundledCases.named("iris").before())
                .partition()
                .test()
                .samples();
        assertEquals(3, 100.0 / rows, 1);
    }

    @Test
    void wineHasAlcoholOfAboutADozenAndProlineOfHundreds() {
        DataSet wine = data("wine");
        assertEquals(12, Quantiles.of(values(wine, "alcohol", -1)).median(), 1.5);
        double proline = Quantiles.of(values(wine, "proline", -1)).median();
        assertTrue(proline >= 200 && proline < 1000, () -> "proline " + proline);
        double largest = Arrays.stream(values(wine, "proline", -1)).max().orElseThrow();
        for (String feature : wine.featureNames()) {
            assertTrue(Arrays.stream(values(wine, feature, -1)).max().orElseThrow() <= largest, feature);
        }
    }

    /** Without a hidden layer, at least 95 percent are told apart under each seed. */
    @Test
    void penguinsHardlyOverlap() {
        double[] linear = BundledCases.named("penguins").recordedScores().array(Configuration.LINEAR);
        assertTrue(Arrays.stream(linear).min().orElseThrow() >= 0.95);
    }

    @Test
    void penguinsBaselineIsGoodUnderMostSeeds() {
        double[] before = BundledCases.named("penguins").recordedScores().array(Configuration.BEFORE);
        long good = Arrays.stream(before).filter(score -> score >= 0.95).count();
        assertTrue(good > before.length / 2.0 && good < before.length, () -> good + " of " + before.length);
        assertTrue(Arrays.stream(before).min().orElseThrow() < 0.85);
    }

    @Test
    void mostRowsOfBreastCancerAreBenign() {
        DataSet data = data("breastCancer");
        int benign = IntStream.range(0, data.classNames().size())
                .filter(label -> data.classNames().get(label).equals("benign"))
                .findFirst()
                .orElseThrow();
        assertTrue(classCounts(data)[benign] > data.samples() / 2.0);
    }

    @Test
    void diabetesNetworkHasMoreWeightsThanTrainingPatients() {
        Case diabetes = BundledCases.named("diabetes");
        int inputs = data("diabetes").featureNames().size();
        int weights = 0;
        for (int units : diabetes.before().network().hidden()) {
            weights += inputs * units;
            inputs = units;
        }
        weights += inputs;
        int patients = Objects.requireNonNull(new RunLoader(null).open(diabetes.before()))
                .partition()
                .train()
                .samples();
        assertTrue(weights > patients, weights + " weights, " + patients + " patients");
    }

    @Test
    void digitsAreAboutEquallyFrequent() {
        long[] counts = classCounts(data("digits"));
        long most = Arrays.stream(counts).max().orElseThrow();
        long fewest = Arrays.stream(counts).min().orElseThrow();
        assertTrue(most < 1.1 * fewest, () -> fewest + " to " + most);
    }
}

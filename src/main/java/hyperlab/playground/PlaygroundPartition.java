package hyperlab.playground;

import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.PredictionTask;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Converts a link's points to data: shuffled, split into training and validation, with the network's inputs as
 * features.
 */
final class PlaygroundPartition {
    private static final List<String> CLASSES = List.of("-1", "1");

    private PlaygroundPartition() {}

    /** Generates, shuffles and splits the points. */
    static DataSplit of(PlaygroundLink link, SeedRandom random) {
        PlaygroundLink.DataOptions settings = link.data();
        List<PlaygroundPoint> points = points(settings, random);
        DataSet fullData = data(link, points);
        int training = settings.trainingCount();
        int[] trainRows = IntStream.range(0, training).toArray();
        int[] validationRows = IntStream.range(training, points.size()).toArray();
        return new DataSplit(
                fullData, fullData.rows(trainRows), fullData.rows(validationRows), trainRows, validationRows, null);
    }

    /**
     * Generates and shuffles the points. The first {@link PlaygroundLink.DataOptions#trainingCount()} of them are for
     * training.
     */
    static List<PlaygroundPoint> points(PlaygroundLink.DataOptions settings, SeedRandom random) {
        List<PlaygroundPoint> points = settings.dataSet().points(settings.noise() / 100, random);
        shuffle(points, random);
        return points;
    }

    /** The original's target of a row: ±1 for classification. */
    static double label(DataSet data, int row) {
        double target = data.targets()[row];
        return data.task() == PredictionTask.CLASSIFICATION ? 2 * target - 1 : target;
    }

    private static void shuffle(List<PlaygroundPoint> points, SeedRandom random) {
        for (int remaining = points.size(); remaining > 0; remaining--) {
            int chosen = (int) Math.floor(random.next() * remaining);
            PlaygroundPoint last = points.get(remaining - 1);
            points.set(remaining - 1, points.get(chosen));
            points.set(chosen, last);
        }
    }

    private static DataSet data(PlaygroundLink link, List<PlaygroundPoint> points) {
        PlaygroundData chosen = link.data().dataSet();
        List<PlaygroundInput> inputs = List.copyOf(link.network().inputs());
        boolean classes = chosen.task() == PredictionTask.CLASSIFICATION;
        DMatrixRMaj features = new DMatrixRMaj(points.size(), inputs.size());
        double[] targets = new double[points.size()];
        for (int row = 0; row < targets.length; row++) {
            PlaygroundPoint point = points.get(row);
            for (int column = 0; column < inputs.size(); column++) {
                features.data[row * inputs.size() + column] = inputs.get(column).of(point.x(), point.y());
            }
            targets[row] = classes ? (point.label() + 1) / 2 : point.label();
        }
        List<String> names = inputs.stream().map(PlaygroundInput::fileName).toList();
        return new DataSet(
                chosen.fileName(),
                features,
                targets,
                new DataSet.Columns(names, "label", chosen.task(), classes ? CLASSES : List.of()));
    }
}

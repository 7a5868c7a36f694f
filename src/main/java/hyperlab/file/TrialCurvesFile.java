package hyperlab.file;

import hyperlab.file.disk.AppendedCsv;
import hyperlab.file.disk.AtomicFile;
import hyperlab.tune.Job;
import hyperlab.tune.TrialCurve;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The learning curves of a study's trials: {@code curves.csv} in its folder, with the whole curve of a trial for each
 * of its results. It is written before the result, so that a recorded result has its curve.
 */
final class TrialCurvesFile implements Closeable {
    private static final String NAME = "curves.csv";
    private static final String HEADER = "trial,epochs,recorded,epoch,value\n";
    private static final int COLUMNS = 5;

    private final Path file;
    private final Map<List<Integer>, Points> curves = new HashMap<>();
    private final AppendedCsv lines;

    /** A curve as it is read. A curve that was written twice, because its result was lost, has the same points. */
    private static final class Points {
        private final TreeMap<Integer, Double> values = new TreeMap<>();
        private int recorded;

        TrialCurve curve() {
            return new TrialCurve(
                    new ArrayList<>(values.keySet()),
                    new ArrayList<>(values.values()),
                    Math.max(recorded, values.size()));
        }
    }

    TrialCurvesFile(Path folder) throws IOException {
        file = folder.resolve(NAME);
        lines = AppendedCsv.open(file, HEADER, this::read);
    }

    private boolean read(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            return false;
        }
        try {
            int epoch = Integer.parseInt(cells[3]);
            double value = Double.parseDouble(cells[4]);
            if (epoch < 0 || !Double.isFinite(value)) {
                return false;
            }
            Points points = curves.computeIfAbsent(
                    List.of(Integer.valueOf(cells[0]), Integer.valueOf(cells[1])), job -> new Points());
            points.recorded = Integer.parseInt(cells[2]);
            points.values.put(epoch, value);
            return true;
        } catch (NumberFormatException invalid) {
            return false;
        }
    }

    /** Adds the curve of a trial up to the end of a job. */
    void add(Job job, TrialCurve curve) {
        Points points = new Points();
        points.recorded = curve.recorded();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < curve.steps().size(); i++) {
            int epoch = curve.steps().get(i);
            double value = curve.values().get(i);
            points.values.put(epoch, value);
            text.append(job.trial() + "," + job.epochs() + "," + curve.recorded() + "," + epoch + "," + value + "\n");
        }
        try {
            lines.append(text.toString());
        } catch (IOException e) {
            throw AtomicFile.writeError(file, e);
        }
        curves.put(List.of(job.trial(), job.epochs()), points);
    }

    /** The curve of a trial up to the end of a job; empty if there is none. */
    TrialCurve curve(int trial, int epochs) {
        Points points = curves.get(List.of(trial, epochs));
        return points == null ? TrialCurve.EMPTY : points.curve();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

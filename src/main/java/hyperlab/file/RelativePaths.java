package hyperlab.file;

import hyperlab.batch.ModelChoice;
import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.tune.Study;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Documents name files relative to their own folder; this class rewrites the paths when a document moves. */
public final class RelativePaths {
    private RelativePaths() {}

    /**
     * The document as it must be written to a file in another folder, so that it still names the same files.
     *
     * @param from the folder that its paths are relative to; null for the working directory
     * @param to the folder that they will be relative to
     */
    public static Document moved(Document document, @Nullable Path from, Path to) {
        if (document instanceof Document.OfExperiment of) {
            return new Document.OfExperiment(moved(of.experiment(), from, to));
        }
        if (document instanceof Document.OfBatch of) {
            ModelChoice model = of.setup().model();
            String file = model.file();
            return file == null
                    ? document
                    : new Document.OfBatch(of.setup().withModel(model.withFile(moved(file, from, to))));
        }
        if (document instanceof Document.OfStudy of) {
            return new Document.OfStudy(moved(of.study(), from, to), of.found(), of.seconds());
        }
        if (document instanceof Document.OfCase of) {
            Case subject = of.subject();
            CasePlan plan = subject.plan();
            Experiment setBack = plan.setBack();
            CasePlan movedPlan = new CasePlan(
                    moved(plan.before(), from, to),
                    moved(plan.after(), from, to),
                    setBack == null ? null : moved(setBack, from, to),
                    plan.seeds(),
                    plan.folds());
            return new Document.OfCase(subject.withPlan(movedPlan, moved(subject.study(), from, to)));
        }
        return document;
    }

    /** The same for runs, whose experiments name files. */
    public static SavedRuns moved(SavedRuns runs, @Nullable Path from, Path to) {
        return runs.withEach(experiment -> moved(experiment, from, to));
    }

    /** The same for a study, whose experiment names files. */
    public static Study moved(Study study, @Nullable Path from, Path to) {
        Experiment experiment = study.experiment();
        return experiment == null ? study : study.withExperiment(moved(experiment, from, to));
    }

    /**
     * The experiment as it must be written to a file in another folder, so that it still names the same files.
     *
     * @param from the folder that its paths are relative to; null for the working directory
     * @param to the folder that they will be relative to
     */
    public static Experiment moved(Experiment experiment, @Nullable Path from, Path to) {
        Experiment moved = experiment;
        DataSettings data = experiment.data();
        CsvSettings csv = data.csv();
        if (csv != null) {
            String file = moved(csv.file(), from, to);
            moved = moved.withData(
                    data.withCsv(new CsvSettings(file, csv.target(), csv.features(), csv.task(), csv.dropMissing())));
        }
        NetworkSettings network = experiment.network();
        String weights = network.initialWeights();
        if (weights != null) {
            moved = moved.withNetwork(network.withInitialWeights(moved(weights, from, to)));
        }
        return moved;
    }

    /**
     * The path of a file as named from a folder: relative if the file is inside the folder, otherwise absolute.
     *
     * @param folder the base of relative paths; null for none
     */
    public static String named(Path file, @Nullable Path folder) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = folder == null ? null : folder.toAbsolutePath().normalize();
        return base != null && absolute.startsWith(base)
                ? base.relativize(absolute).toString()
                : absolute.toString();
    }

    /**
     * Uses slashes on every system. The path stays absolute if it was, and becomes absolute if there is no relative
     * path between the two folders.
     */
    private static String moved(String file, @Nullable Path from, Path to) {
        Path path = Path.of(file);
        if (path.isAbsolute()) {
            return file;
        }
        Path base = (from == null ? Path.of("") : from).toAbsolutePath();
        Path target = base.resolve(path).normalize();
        Path folder = to.toAbsolutePath().normalize();
        boolean related = folder.getRoot() != null && folder.getRoot().equals(target.getRoot());
        return (related ? folder.relativize(target) : target).toString().replace('\\', '/');
    }
}

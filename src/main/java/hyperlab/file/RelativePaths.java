package hyperlab.file;

import hyperlab.batch.TwoWeightModelSettings;
import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.file.runs.SavedRuns;
import hyperlab.map.MapSpecification;
import hyperlab.map.MapSubject;
import hyperlab.train.Experiment;
import hyperlab.train.NetworkSettings;
import hyperlab.tune.TuningStudy;
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
    public static Document rebased(Document document, @Nullable Path from, Path to) {
        return document.accept(new Document.Visitor<>() {
            @Override
            public Document visit(Document.OfExperiment of) {
                return new Document.OfExperiment(rebased(of.experiment(), from, to));
            }

            @Override
            public Document visit(Document.OfDescent of) {
                return of;
            }

            @Override
            public Document visit(Document.OfBatch of) {
                TwoWeightModelSettings model = of.setup().model();
                String file = model.file();
                return file == null
                        ? of
                        : new Document.OfBatch(of.setup().withModel(model.withFile(rebased(file, from, to))));
            }

            @Override
            public Document visit(Document.OfStudy of) {
                return new Document.OfStudy(
                        rebased(of.study(), from, to), of.results(), of.seconds(), of.comparison(), of.curves());
            }

            @Override
            public Document visit(Document.OfCase of) {
                Case subject = of.subject();
                CasePlan rebasedPlan = subject.plan().map(experiment -> rebased(experiment, from, to));
                return new Document.OfCase(subject.withPlan(rebasedPlan, rebased(subject.study(), from, to)));
            }

            @Override
            public Document visit(Document.OfMapCase of) {
                return new Document.OfMapCase(
                        of.subject().withMap(rebased(of.subject().map(), from, to)));
            }

            @Override
            public Document visit(Document.OfConvolution of) {
                return of;
            }

            @Override
            public Document visit(Document.OfActivations of) {
                return of;
            }

            @Override
            public Document visit(Document.OfPlayground of) {
                return of;
            }

            @Override
            public Document visit(Document.OfLog of) {
                return of;
            }

            @Override
            public Document visit(Document.OfMap of) {
                return new Document.OfMap(rebased(of.map(), from, to), of.display());
            }

            @Override
            public Document visit(Document.OfPage of) {
                return of;
            }
        });
    }

    /** The same for runs, whose experiments name files. */
    public static SavedRuns rebased(SavedRuns runs, @Nullable Path from, Path to) {
        return runs.mapExperiments(experiment -> rebased(experiment, from, to));
    }

    /** The same for a study, whose experiment names files. */
    public static TuningStudy rebased(TuningStudy study, @Nullable Path from, Path to) {
        Experiment experiment = study.experiment();
        return experiment == null ? study : study.withExperiment(rebased(experiment, from, to));
    }

    /** The same for a map, whose experiment names files. */
    public static MapSpecification rebased(MapSpecification map, @Nullable Path from, Path to) {
        return map.subject() instanceof MapSubject.OfExperiment of
                ? map.withSubject(new MapSubject.OfExperiment(rebased(of.experiment(), from, to)))
                : map;
    }

    /**
     * The experiment as it must be written to a file in another folder, so that it still names the same files.
     *
     * @param from the folder that its paths are relative to; null for the working directory
     * @param to the folder that they will be relative to
     */
    public static Experiment rebased(Experiment experiment, @Nullable Path from, Path to) {
        Experiment rebased = experiment;
        DataSettings data = experiment.data();
        CsvSettings csv = data.csv();
        if (csv != null) {
            String file = rebased(csv.file(), from, to);
            rebased = rebased.withData(data.withCsv(csv.withFile(file)));
        }
        NetworkSettings network = experiment.network();
        String weights = network.initialWeights();
        if (weights != null) {
            rebased = rebased.withNetwork(network.withInitialWeights(rebased(weights, from, to)));
        }
        return rebased;
    }

    /**
     * The path of a file as named from a folder: relative if the file is inside the folder, otherwise absolute.
     *
     * @param folder the base of relative paths; null for none
     */
    public static String relativize(Path file, @Nullable Path folder) {
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
    private static String rebased(String file, @Nullable Path from, Path to) {
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

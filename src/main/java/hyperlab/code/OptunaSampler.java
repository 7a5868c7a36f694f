package hyperlab.code;

import static hyperlab.code.PythonFormat.quote;

import hyperlab.tune.Job;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TuningStudy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The closest sampler and pruner of Optuna.
 *
 * @param sampler what chooses the trials and how it differs, as a comment
 * @param pruner what stops trials early and how it differs, as a comment
 * @param shortName both in a few words
 * @param trials the number of trials
 * @param functions the Python functions {@code sampler()} and {@code pruner()}
 */
record OptunaSampler(String sampler, String pruner, String shortName, int trials, String functions) {
    private static final String RANDOM = "optuna.samplers.RandomSampler(seed=seed)";
    private static final String NO_PRUNER = "optuna.pruners.NopPruner()";
    private static final String NONE = "none, as in Hyperlab.";

    static OptunaSampler of(TuningStudy study) {
        return study.method().accept(new SearchMethod.Visitor<>() {
            @Override
            public OptunaSampler visit(SearchMethod.Grid grid) {
                return ofGrid(study);
            }

            @Override
            public OptunaSampler visit(SearchMethod.RandomSearch random) {
                return new OptunaSampler(
                        "RandomSampler. It draws from the same distributions, but from random numbers of its own, so the"
                                + " points differ. They depend on the seed and the number of the trial alone, not on the"
                                + " workers.",
                        NONE,
                        "RandomSampler",
                        study.trials(),
                        functions(seeded(RANDOM), NO_PRUNER));
            }

            @Override
            public OptunaSampler visit(SearchMethod.Bayesian bayesian) {
                return new OptunaSampler(
                        "GPSampler (experimental in Optuna 4; needs PyTorch and SciPy): like Hyperlab's search, a Gaussian"
                                + " process with a Matérn 5/2 kernel and expected improvement after "
                                + bayesian.initial()
                                + " random trials. It fits the kernel in another way, models choices"
                                + " by whether they are equal, and does not consider trials that are still running, so"
                                + " workers that ask at the same time may get similar points. Hyperlab proposes "
                                + study.parallel()
                                + " at a time. For many workers, TPESampler(constant_liar=True) in"
                                + " sampler() avoids that.",
                        NONE,
                        "GPSampler",
                        study.trials(),
                        """
                        warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)


                        """
                                + functions(
                                        seeded("optuna.samplers.GPSampler(seed=seed, n_startup_trials="
                                                + bayesian.initial() + ")"),
                                        NO_PRUNER));
            }

            @Override
            public OptunaSampler visit(SearchMethod.Halving halving) {
                return new OptunaSampler(
                        "RandomSampler, from random numbers of its own.",
                        "SuccessiveHalvingPruner with the same rungs (reduction " + halving.reduction()
                                + ", from epoch "
                                + halving.minimumEpochs()
                                + "). It is asynchronous: a trial continues if it is among the"
                                + " best of those that have reached its rung so far. In Hyperlab, a rung waits for all its"
                                + " trials, and the result does not depend on their order.",
                        "RandomSampler, SuccessiveHalvingPruner",
                        study.trials(),
                        functions(
                                seeded(RANDOM),
                                "optuna.pruners.SuccessiveHalvingPruner(min_resource=" + halving.minimumEpochs()
                                        + ", reduction_factor=" + halving.reduction() + ")"));
            }

            @Override
            public OptunaSampler visit(SearchMethod.Hyperband hyperband) {
                return new OptunaSampler(
                        "RandomSampler, from random numbers of its own.",
                        "HyperbandPruner (reduction " + hyperband.reduction() + ", epochs "
                                + hyperband.minimumEpochs() + " to " + study.epochs()
                                + "). Its brackets run side by side"
                                + " and are asynchronous; those of Hyperlab run one after another, and their rungs wait"
                                + " for all members.",
                        "RandomSampler, HyperbandPruner",
                        study.trials(),
                        functions(
                                seeded(RANDOM),
                                "optuna.pruners.HyperbandPruner(min_resource=" + hyperband.minimumEpochs()
                                        + ", max_resource=" + study.epochs() + ", reduction_factor="
                                        + hyperband.reduction() + ")"));
            }

            @Override
            public OptunaSampler visit(SearchMethod.Manual manual) {
                return ofPoints(study, manual.points());
            }

            @Override
            public OptunaSampler visit(SearchMethod.Recorded recorded) {
                return ofPoints(
                        study,
                        recorded.trials().stream()
                                .map(SearchMethod.Recorded.RecordedTrial::values)
                                .toList());
            }
        });
    }

    private static String seeded(String sampler) {
        return "SeededByTrial(lambda seed: " + sampler + ")";
    }

    private static OptunaSampler ofGrid(TuningStudy study) {
        List<Job> jobs = study.createSearcher().next();
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Job job : jobs) {
            study.space()
                    .values(job.point())
                    .forEach((key, value) -> values.computeIfAbsent(key, unused -> new LinkedHashSet<>())
                            .add(value));
        }
        String grid = study.space().parameters().stream()
                .map(parameter -> "    " + quote(parameter.key()) + ": ["
                        + values.getOrDefault(parameter.key(), Set.of()).stream()
                                .map(value -> literal(parameter.dimension(), value))
                                .collect(Collectors.joining(", "))
                        + "],\n")
                .collect(Collectors.joining("", "GRID = {\n", "}\n\n\n"));
        return new OptunaSampler(
                "GridSampler with the same points, in another order, so that most points train with the seed of another"
                        + " trial than in Hyperlab.",
                NONE,
                "GridSampler",
                jobs.size(),
                grid + functions("optuna.samplers.GridSampler(GRID, seed=SEED)", NO_PRUNER));
    }

    private static OptunaSampler ofPoints(TuningStudy study, List<Map<String, String>> points) {
        StringBuilder list = new StringBuilder("POINTS = [\n");
        for (Map<String, String> point : points) {
            list.append("    {"
                    + study.space().parameters().stream()
                            .map(parameter -> quote(parameter.key()) + ": "
                                    + literal(parameter.dimension(), point.getOrDefault(parameter.key(), "")))
                            .collect(Collectors.joining(", "))
                    + "},\n");
        }
        list.append("""
                ]


                class Points(optuna.samplers.RandomSampler):
                    ""\"Trial t has the values of point t; a trial without a point has random ones.""\"

                    def sample_independent(self, study, trial, name, distribution):
                        if trial.number < len(POINTS):
                            return POINTS[trial.number][name]
                        return super().sample_independent(study, trial, name, distribution)


                """);
        return new OptunaSampler(
                "the points that the study lists, in their order.",
                NONE,
                "listed points",
                Math.max(1, Math.min(points.size(), study.trials())),
                list + functions(seeded("Points(seed=seed)"), NO_PRUNER));
    }

    private static String literal(SearchDimension dimension, String value) {
        return dimension instanceof SearchDimension.CategoricalDimension ? quote(value) : value.replace('E', 'e');
    }

    private static String functions(String sampler, String pruner) {
        return """
                def sampler():
                    return %s


                def pruner():
                    return %s
                """.formatted(sampler, pruner);
    }
}

package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScore;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.Metric;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.tune.Job;
import hyperlab.tune.Journal;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialResult;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a bundled case; run manually, not as a test: {@code CaseRecorder STUDY NAME SEEDS FOLDS FILE}. The study's
 * experiment is the baseline, and its best trial is the tuned experiment. The key whose reset costs the most, averaged
 * over the seeds, becomes the headline; the test part decides nothing else.
 */
final class CaseRecorder {
    private static final int THREADS = 2;

    private CaseRecorder() {}

    public static void main(String[] args) throws Exception {
        TuningStudy study = ((Document.OfStudy) Documents.read(Path.of(args[0]))).study();
        ExecutorService others = Executors.newCachedThreadPool();
        try {
            List<JournalEntry> results = new ArrayList<>();
            TuningRun run = new TuningRun(
                    study,
                    new NetworkTrialFactory(study, CaseRecorder::set, null),
                    new Journal() {
                        @Override
                        public @Nullable TrialResult find(Job job) {
                            return null;
                        }

                        @Override
                        public void add(Job job, TrialResult result) {
                            results.add(new JournalEntry(job.trial(), job.epochs(), result));
                        }
                    },
                    new StudyListener() {
                        @Override
                        public void trialChanged(TrialRecord row) {}
                    });
            run.run(others, study.parallel(), () -> false);
            TrialRecord best = run.best().orElseThrow();
            System.out.println("best " + best);
            Metric measure =
                    Metric.of(new RunLoader(null).data(study.experiment()).task());
            Case drafted = CaseFactory.of(
                    args[1],
                    new Document.OfStudy(study, results),
                    best,
                    Integer.parseInt(args[2]),
                    Integer.parseInt(args[3]),
                    measure);
            String headline = drafted.mainKey();
            double least = Double.POSITIVE_INFINITY;
            for (String key : drafted.tunedKeys()) {
                CasePlan plan = CaseFactory.withHeadline(drafted, key).plan().withFolds(0);
                double mean = Arrays.stream(run(plan, measure, others).array(Configuration.ABLATION))
                        .average()
                        .orElseThrow();
                System.out.println("set back " + key + ": " + mean);
                double good = measure.isLargerBetter() ? mean : -mean;
                if (good < least) {
                    least = good;
                    headline = key;
                }
            }
            Case chosen = CaseFactory.withHeadline(drafted, headline);
            long begun = System.nanoTime();
            CaseScores scores = run(chosen.plan(), measure, others);
            System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
            for (Configuration part : Configuration.values()) {
                System.out.println(part + " " + scores.of(part));
                if (!scores.of(part).isEmpty()) {
                    System.out.println("    " + Quantiles.of(scores.array(part)));
                }
            }
            System.out.println(scores.difference());
            Files.writeString(
                    Path.of(args[4]), Documents.write(new Document.OfCase(chosen.withRecordedScores(scores))));
        } finally {
            others.shutdown();
        }
    }

    private static CaseScores run(CasePlan plan, Metric measure, ExecutorService others) {
        List<CaseScore> scores = new ArrayList<>();
        new CaseRun(plan, measure, new RunLoader(null)::open, THREADS, others)
                .run(
                        (results, share) -> {
                            scores.clear();
                            scores.addAll(results);
                        },
                        () -> false);
        return CaseScores.of(scores);
    }

    private static Experiment set(Experiment experiment, Map<String, String> values) {
        return ExperimentOverrides.with(
                experiment,
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
    }
}

package hyperlab.file;

import hyperlab.cases.Case;
import hyperlab.cases.CaseContributions;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScore;
import hyperlab.cases.CaseScores;
import hyperlab.cases.KeyContribution;
import hyperlab.cases.Metric;
import hyperlab.data.DataSplit;
import hyperlab.train.Experiment;
import hyperlab.train.Quantiles;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.Journal;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Creates a bundled case; run manually, not as a test: {@code CaseRecorder STUDY NAME SEEDS FOLDS FILE}. The study's
 * experiment is the baseline, and its best trial is the tuned experiment. If one key costs more than all others when it
 * is set back, it becomes the headline; the test part decides nothing else. {@code CaseRecorder FILE} runs a case again
 * and replaces its linear reference and its scores.
 */
final class CaseRecorder {
    private static final int THREADS = 2;

    private CaseRecorder() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            ExecutorService others = Executors.newCachedThreadPool();
            try {
                Path file = Path.of(args[0]);
                record(((Document.OfCase) Documents.read(file)).subject(), file, others);
            } finally {
                others.shutdown();
            }
            return;
        }
        TuningStudy study = ((Document.OfStudy) Documents.read(Path.of(args[0]))).study();
        ExecutorService others = Executors.newCachedThreadPool();
        try {
            List<JournalEntry> results = new ArrayList<>();
            TuningRun run = new TuningRun(
                    study,
                    new NetworkTrialFactory(study, CaseRecorder::set, null),
                    new Journal() {
                        @Override
                        public @Nullable JobResult find(Job job) {
                            return null;
                        }

                        @Override
                        public void add(Job job, JobResult result) {
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
            record(drafted, Path.of(args[4]), others);
        } finally {
            others.shutdown();
        }
    }

    /** Adds the linear reference, chooses the headline, runs the plan and writes the file. */
    private static void record(Case drafted, Path file, ExecutorService others) throws IOException {
        DataSplit partition = new RunLoader(null).open(drafted.before()).partition();
        Case complete = CaseFactory.withLinearReference(drafted, partition);
        long begun = System.nanoTime();
        CaseScores scores = run(complete.plan(), complete.metric(), others);
        System.out.println("seconds " + (System.nanoTime() - begun) / 1e9);
        scores.values().forEach((configuration, values) -> {
            System.out.println(configuration + " " + values);
            System.out.println("    " + Quantiles.of(scores.array(configuration)));
        });
        CaseContributions contributions = CaseContributions.of(scores, complete.metric());
        System.out.println(contributions);
        KeyContribution largest = contributions.largestSetBack();
        Case chosen = largest == null || !complete.tunedKeys().contains(largest.key())
                ? complete
                : CaseFactory.withHeadline(complete, largest.key());
        Files.writeString(file, Documents.write(new Document.OfCase(chosen.withRecordedScores(scores))));
    }

    static CaseScores run(CasePlan plan, Metric measure, ExecutorService others) {
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

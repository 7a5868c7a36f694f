package hyperlab.cli;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseRun;
import hyperlab.cases.CaseScore;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.cli.io.InterruptHandler;
import hyperlab.cli.io.OutputFolder;
import hyperlab.cli.io.RunFailure;
import hyperlab.data.DataSplit;
import hyperlab.export.CaseReport;
import hyperlab.export.ContributionReport;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RelativePaths;
import hyperlab.file.RunLoader;
import hyperlab.file.disk.AtomicFile;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Reruns a case, prints its story with the resulting numbers, and writes its folder. */
final class CaseRerun {
    private static final String BEFORE = "before.hyperlab.json";
    private static final String AFTER = "after.hyperlab.json";
    private static final String STUDY = "study.hyperlab-study.json";
    private static final String SCORES = "scores.csv";
    private static final String STUDY_FOLDER = "study";

    private final CommandOutput console;
    private final InterruptHandler stop;
    private final Case subject;
    private final @Nullable Path baseFolder;
    private final Path folder;
    private final Texts texts;

    /**
     * @param texts the localized texts
     * @param baseFolder the base folder of the case's relative paths; null for the working directory
     * @param folder the output folder
     */
    CaseRerun(
            CommandOutput console,
            Texts texts,
            InterruptHandler stop,
            Case subject,
            @Nullable Path baseFolder,
            Path folder) {
        this.console = console;
        this.stop = stop;
        this.subject = subject;
        this.baseFolder = baseFolder;
        this.folder = folder;
        this.texts = texts;
    }

    /**
     * Runs the case.
     *
     * @param seeds the number of random seeds
     * @param threads the number of parallel training runs
     * @param withStudy whether to rerun the search too
     * @param files the chart writer
     * @throws RunFailure if a number differs from the record, or something cannot be written
     */
    void run(int seeds, int threads, boolean withStudy, ChartFileWriter files) throws IOException {
        CasePlan plan = subject.plan().withSeeds(seeds);
        CaseReport story = new CaseReport(subject, texts);
        DataSplit parts = new RunLoader(baseFolder).open(plan.before()).partition();
        CaseChart chart = new CaseChart(subject, files, texts);
        for (String file : List.of(BEFORE, AFTER, STUDY, SCORES)) {
            OutputFolder.prepare(folder, file);
        }
        chart.requireWritable(folder);
        chart.warmUp();
        if (withStudy) {
            new StudyRecorder(console, texts, stop, files, null)
                    .run(
                            new Document.OfStudy(subject.study(), List.of()),
                            Math.min(threads, subject.study().parallel()),
                            baseFolder,
                            studyFolder());
        } else {
            stop.listen();
        }
        console.printLine(story.title());
        print(story.introduction(parts));
        List<CaseScore> results = train(plan, threads);
        CaseScores scores = CaseScores.of(results);
        Case relocated =
                ((Document.OfCase) RelativePaths.rebased(new Document.OfCase(subject), baseFolder, folder)).subject();
        write(relocated, scores);
        chart.write(folder, relocated, scores);
        if (stop.isRequested()) {
            console.printLine(texts.get(
                    "command.case.stopped", Integer.toString(results.size()), Integer.toString(plan.trainingCount())));
        } else {
            print(story.outcome(scores, parts.test().samples()));
            ContributionReport contributions = new ContributionReport(subject, scores, texts);
            ContributionTable.lines(contributions).forEach(console::printLine);
            if (!contributions.isEmpty()) {
                console.printLine(contributions.method());
            }
            compare(scores);
            if (withStudy) {
                compareSearch();
            }
        }
        console.printLine(folder.toString());
    }

    private Path studyFolder() {
        return folder.resolve(STUDY_FOLDER);
    }

    private void print(List<CaseReport.CaseSection> story) {
        story.forEach(paragraph -> console.printLine(paragraph.heading() + ": " + paragraph.text()));
    }

    private List<CaseScore> train(CasePlan plan, int threads) {
        ExecutorService executor = Executors.newCachedThreadPool();
        RunsProgress<CaseScore> progress = new RunsProgress<>(console, texts, plan.trainingCount());
        console.printLine(texts.get(
                "command.case.start",
                subject.name(),
                Integer.toString(plan.trainingCount()),
                Integer.toString(threads)));
        try {
            new CaseRun(plan, subject.metric(), new RunLoader(baseFolder)::open, threads, executor)
                    .run(progress, stop::isRequested);
        } finally {
            executor.shutdown();
            progress.end();
        }
        return progress.found();
    }

    private void write(Case relocated, CaseScores scores) {
        write(BEFORE, Documents.write(new Document.OfExperiment(relocated.before())));
        write(AFTER, Documents.write(new Document.OfExperiment(relocated.after())));
        write(STUDY, Documents.write(new Document.OfStudy(relocated.study(), relocated.trialResults())));
        write(SCORES, table(scores));
    }

    private void write(String file, String content) {
        try {
            AtomicFile.write(folder.resolve(file), content);
        } catch (InvalidInputException error) {
            throw new RunFailure(error);
        }
    }

    /**
     * One row per score. The key is empty unless it is changed or set back alone. The seed is empty for folds and vice
     * versa; the recorded value is empty if there is no record.
     */
    private String table(CaseScores scores) {
        StringBuilder text = new StringBuilder("configuration,key,seed,fold,value,recorded\n");
        scores.values().forEach((configuration, values) -> {
            List<Double> recorded = subject.recordedScores().of(configuration);
            for (int index = 0; index < values.size(); index++) {
                String location =
                        configuration.isFold() ? "," + index : (subject.before().seed() + index) + ",";
                String before = index < recorded.size() ? Double.toString(recorded.get(index)) : "";
                text.append(name(configuration) + "," + configuration.key() + "," + location + "," + values.get(index)
                        + "," + before + "\n");
            }
        });
        return text.toString();
    }

    private static String name(Configuration configuration) {
        return switch (configuration.kind()) {
            case BEFORE, FOLD_BEFORE -> "before";
            case AFTER, FOLD_AFTER -> "after";
            case CHANGED_ALONE -> "changedAlone";
            case SET_BACK_ALONE -> "setBackAlone";
            case LINEAR -> "linear";
        };
    }

    private void compare(CaseScores scores) {
        CaseScore mismatch = subject.recordedScores().firstDifference(scores, subject.metric());
        if (mismatch != null) {
            Configuration configuration = mismatch.configuration();
            double recorded = subject.recordedScores().of(configuration).get(mismatch.index());
            String kind = configuration.isFold()
                    ? "fold " + mismatch.index()
                    : "seed " + (subject.before().seed() + mismatch.index());
            String key = configuration.key().isEmpty() ? "" : " " + configuration.key();
            throw new RunFailure(new InvalidInputException(
                    subject.name() + ", " + name(configuration) + key + ", " + kind,
                    Rule.AS_RECORDED,
                    recorded,
                    mismatch.value()));
        }
        int compared = subject.recordedScores().commonCount(scores);
        if (compared > 0) {
            console.printLine(texts.get("command.case.came", Integer.toString(compared)));
        }
    }

    private void compareSearch() {
        Experiment best = ((Document.OfExperiment) Documents.read(studyFolder().resolve("best.json"))).experiment();
        for (String key : subject.study().space().keys()) {
            String recorded = ExperimentOverrides.value(subject.after(), key);
            String found = ExperimentOverrides.value(best, key);
            if (!recorded.equals(found)) {
                throw new RunFailure(new InvalidInputException(
                        subject.name() + ", study, " + key, Rule.AS_RECORDED, recorded, found));
            }
        }
        console.printLine(texts.get("command.case.search"));
    }
}

package hyperlab.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.disk.AppendedCsv;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.Experiment;
import hyperlab.tune.CurveKeepingTrials;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.Journal;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a study, from its first trial on: {@code study.json}; {@code rungs.csv}, to which a line is appended and
 * forced to the disk for each result; {@code trials.csv} and {@code best.json}, which are replaced as a whole. After an
 * interruption, the complete lines of {@code rungs.csv} are the known results; an incomplete line is cut off. A study
 * that trains networks also has {@code curves.csv}. Use by one thread and one program at a time.
 */
public final class StudyFolder implements Journal, Closeable {
    private static final String STUDY = "study.json";
    private static final String RUNGS = "rungs.csv";
    private static final String HEADER = "trial,epochs,state,reached,value,seconds\n";

    private final Path folder;
    private final TuningStudy study;
    private final Map<List<Integer>, JobResult> results = new HashMap<>();
    private final AppendedCsv rungs;
    private final @Nullable TrialCurvesFile curves;

    private StudyFolder(Path folder, TuningStudy study) throws IOException {
        this.folder = folder;
        this.study = study;
        this.rungs = AppendedCsv.open(folder.resolve(RUNGS), HEADER, this::readRung);
        try {
            this.curves = CurveKeepingTrials.hasCurves(study) ? new TrialCurvesFile(folder) : null;
        } catch (IOException | RuntimeException e) {
            rungs.close();
            throw e;
        }
    }

    /**
     * Opens a folder for a study: a new one, or one that was started with exactly this study.
     *
     * @throws InvalidInputException if the folder has another study, another program works on it, or it cannot be
     *     written
     */
    public static StudyFolder open(Path folder, TuningStudy study) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException(folder.toString(), Rule.FOLDER_IS_FILE);
        }
        try {
            Path studyFile = folder.resolve(STUDY);
            if (Files.exists(studyFile)) {
                checkSameStudy(studyFile, study);
            } else {
                AtomicFile.write(studyFile, StrictJson.format(StudyFormat.write(study)));
            }
            return new StudyFolder(folder, study);
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
    }

    /**
     * Opens a folder for the trials of another program: a new one, or one that has some of them already. Trials that
     * were running then get their results.
     *
     * @param study a study with the method {@link SearchMethod.Recorded}
     * @param found the results of its trials
     * @throws InvalidInputException as {@link #open}; also if a trial that had ended then has ended differently
     */
    public static StudyFolder openGrowing(Path folder, TuningStudy study, List<JournalEntry> found) {
        Path studyFile = folder.resolve(STUDY);
        TuningStudy before = Files.exists(studyFile) ? readStudy(studyFile) : null;
        if (before != null && keepsOtherTrials(before, study)) {
            throw new InvalidInputException(folder.toString(), Rule.OTHER_TRIALS_KEPT);
        }
        if (before == null || !isGrowth(before, study)) {
            StudyFolder opened = open(folder, study);
            opened.addMissing(found);
            return opened;
        }
        try {
            StudyFolder opened = new StudyFolder(folder, study);
            try {
                List<JournalEntry> newer =
                        found.stream().filter(opened::isNewer).toList();
                AtomicFile.write(studyFile, StrictJson.format(StudyFormat.write(study)));
                opened.add(newer);
                return opened;
            } catch (RuntimeException failure) {
                opened.close();
                throw failure;
            }
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
    }

    /** Whether a study only has more recorded trials than an earlier one, or more values of them. */
    private static boolean isGrowth(TuningStudy before, TuningStudy now) {
        if (!(before.method() instanceof SearchMethod.Recorded old)
                || !(now.method() instanceof SearchMethod.Recorded recorded)
                || !withoutCurves(recorded).containsAll(withoutCurves(old))) {
            return false;
        }
        boolean sameKeys = before.space().keys().equals(now.space().keys());
        // The space of a mere record is what its file says, or the values that its trials have so far.
        TuningStudy grown = now.experiment() == null && sameKeys ? before.withSpace(now.space()) : before;
        return grown.withMethod(now.method()).withTrials(now.trials()).equals(now);
    }

    /** Whether two studies differ only in trials, and one has more of them than fit. */
    private static boolean keepsOtherTrials(TuningStudy before, TuningStudy now) {
        return before.method() instanceof SearchMethod.Recorded old
                && now.method() instanceof SearchMethod.Recorded recorded
                && (old.omitted() > 0 || recorded.omitted() > 0)
                && !withoutCurves(recorded).containsAll(withoutCurves(old))
                && isGrowth(before.withMethod(new SearchMethod.Recorded(old.source(), List.of())), now);
    }

    /** The trials without what they reported, of which a trial that was running has more later. */
    private static Set<SearchMethod.Recorded.RecordedTrial> withoutCurves(SearchMethod.Recorded method) {
        return method.trials().stream()
                .map(trial -> new SearchMethod.Recorded.RecordedTrial(trial.number(), trial.values()))
                .collect(Collectors.toSet());
    }

    /** Whether a result is not known yet, or is that of a trial that was running. */
    private boolean isNewer(JournalEntry entry) {
        JobResult known = results.get(List.of(entry.trial(), entry.epochs()));
        if (known == null || known.outcome() == JobResult.JobOutcome.RUNNING) {
            return !entry.result().equals(known);
        }
        if (known.outcome() != entry.result().outcome()
                || Double.compare(known.value(), entry.result().value()) != 0) {
            throw new InvalidInputException(
                    folder.toString(),
                    Rule.OTHER_STUDY,
                    described(entry.trial(), known),
                    described(entry.trial(), entry.result()));
        }
        return false;
    }

    private static String described(int trial, JobResult result) {
        return "trial " + trial + " " + result.outcome().fileName()
                + (Double.isNaN(result.value()) ? "" : " at " + result.value());
    }

    /** Rejects a folder whose study differs in any key, even if only in {@code parallel}. */
    private static void checkSameStudy(Path studyFile, TuningStudy study) {
        String before = StrictJson.format(StudyFormat.write(readStudy(studyFile)));
        String now = StrictJson.format(StudyFormat.write(study));
        if (!before.equals(now)) {
            throw otherDocument(studyFile.getParent(), Rule.OTHER_STUDY, before, now);
        }
    }

    /** The study in a folder. */
    static TuningStudy read(Path folder) {
        return readStudy(folder.resolve(STUDY));
    }

    private static TuningStudy readStudy(Path studyFile) {
        return StudyFormat.read(
                StrictJson.object(InputFile.read(studyFile, Documents.MAX_BYTES), studyFile.toString()));
    }

    /** Reports the first line in which two documents differ. */
    static InvalidInputException otherDocument(@Nullable Path folder, Rule rule, String before, String now) {
        String[] old = before.split("\n", -1);
        String[] lines = now.split("\n", -1);
        int at = 0;
        while (at < Math.min(old.length, lines.length) && old[at].equals(lines[at])) {
            at++;
        }
        return new InvalidInputException(String.valueOf(folder), rule, stripped(old, at), stripped(lines, at));
    }

    private static String stripped(String[] lines, int at) {
        return lines[Math.min(at, lines.length - 1)].strip().replaceFirst(",$", "");
    }

    private boolean readRung(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 6) {
            return false;
        }
        try {
            for (JobResult.JobOutcome ending : JobResult.JobOutcome.values()) {
                if (ending.fileName().equals(cells[2])) {
                    double value = cells[4].isEmpty() ? Double.NaN : Double.parseDouble(cells[4]);
                    results.put(
                            List.of(Integer.valueOf(cells[0]), Integer.valueOf(cells[1])),
                            new JobResult(ending, Integer.parseInt(cells[3]), value, Double.parseDouble(cells[5])));
                    return true;
                }
            }
            return false;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether the end of {@code rungs.csv} was damaged, so that the results on it must be computed again. */
    public boolean wasTruncated() {
        return rungs.wasTruncated();
    }

    /** The number of known results. */
    public int resultCount() {
        return results.size();
    }

    @Override
    public @Nullable JobResult find(Job job) {
        return results.get(List.of(job.trial(), job.epochs()));
    }

    @Override
    public void add(Job job, JobResult result) {
        add(List.of(new JournalEntry(job.trial(), job.epochs(), result)));
    }

    /** Stores the result of a job after the curve of its trial up to its end. */
    public void add(Job job, JobResult result, TrialCurve curve) {
        if (curves != null && !curve.steps().isEmpty()) {
            curves.add(job, curve);
        }
        add(job, result);
    }

    /** The learning curve of each trial up to its latest known result, by trial number, if the folder has it. */
    public Map<Integer, TrialCurve> curves() {
        Map<Integer, TrialCurve> found = new TreeMap<>();
        if (curves != null) {
            latest().forEach((trial, epochs) -> {
                TrialCurve curve = curves.curve(trial, epochs);
                if (!curve.steps().isEmpty()) {
                    found.put(trial, curve);
                }
            });
        }
        return found;
    }

    /** The epochs of the longest job of each trial that has a result. */
    private Map<Integer, Integer> latest() {
        Map<Integer, Integer> latest = new TreeMap<>();
        results.keySet().forEach(job -> latest.merge(job.get(0), job.get(1), Math::max));
        return latest;
    }

    /** Adds results of this study that were found elsewhere, except those that are already known. */
    public void addMissing(List<JournalEntry> found) {
        add(found.stream()
                .filter(one -> !results.containsKey(List.of(one.trial(), one.epochs())))
                .toList());
    }

    private void add(List<JournalEntry> found) {
        StringBuilder lines = new StringBuilder();
        for (JournalEntry one : found) {
            JobResult result = one.result();
            String value = Double.isNaN(result.value()) ? "" : Double.toString(result.value());
            lines.append(
                    one.trial() + "," + one.epochs() + "," + result.outcome().fileName() + "," + result.epochs() + ","
                            + value + "," + result.seconds() + "\n");
        }
        try {
            rungs.append(lines.toString());
        } catch (IOException e) {
            throw AtomicFile.writeError(folder.resolve(RUNGS), e);
        }
        found.forEach(one -> results.put(List.of(one.trial(), one.epochs()), one.result()));
    }

    /** Replaces {@code trials.csv}: one row per finished trial. */
    public void write(List<TrialRecord> rows) {
        TrialsFile.write(folder.resolve("trials.csv"), study, rows);
    }

    /** Replaces {@code best.json}: the experiment of the best trial, ready to be trained again. */
    public void writeBest(Experiment experiment) {
        AtomicFile.write(folder.resolve("best.json"), StrictJson.format(ExperimentFormat.write(experiment)));
    }

    /** The same for a test function: the best point and its value. */
    public void writeBest(TrialRecord row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("function", study.function());
        row.values().forEach((key, value) -> node.set(key, StrictJson.value(value, key)));
        node.put("value", row.value());
        AtomicFile.write(folder.resolve("best.json"), StrictJson.format(node));
    }

    @Override
    public void close() throws IOException {
        try {
            if (curves != null) {
                curves.close();
            }
        } finally {
            rungs.close();
        }
    }
}

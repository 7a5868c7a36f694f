package hyperlab.lab.training.inspection;

import hyperlab.chart.training.EvidenceRange;
import hyperlab.finding.Finding;
import hyperlab.lab.training.run.ComparedRun;
import hyperlab.lab.training.run.DisplayedRun;
import hyperlab.lab.training.run.TrainingViewState;
import hyperlab.log.LogAxis;
import hyperlab.log.LogDoctor;
import hyperlab.log.LogEvidence;
import hyperlab.log.LogProblem;
import hyperlab.log.TrainingLog;
import hyperlab.text.FindingText;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules find in the log that was opened last, of those that are displayed. The findings that concern a part of
 * the curves are marked A, B, …, because those in the run of Hyperlab have numbers. One thread.
 */
public final class LogFindings {
    private @Nullable TrainingLog examined;
    private List<Marked> findings = List.of();

    /**
     * A finding.
     *
     * @param mark the letter that marks it in the chart of the loss; empty if it concerns no part of the curves
     */
    public record Marked(String mark, Finding<LogEvidence, Void> finding) {
        /** Its text, with the mark in the title. */
        public FindingText text(Texts texts) {
            FindingText text = FindingText.of(finding, texts);
            return mark.isEmpty() ? text : text.withTitle(texts.get("doctor.title", mark, text.title()));
        }
    }

    /** The run that shows the log that was opened last, of those that are displayed; null if there is none. */
    public static @Nullable ComparedRun newest(TrainingViewState state) {
        return state.runs().stream()
                .filter(DisplayedRun::examined)
                .map(DisplayedRun::run)
                .findFirst()
                .orElse(null);
    }

    /** The findings in a log, over epochs if they are known. */
    public List<Marked> in(TrainingLog log) {
        if (!log.equals(examined)) {
            examined = log;
            List<Marked> marked = new ArrayList<>();
            char letter = 'A';
            for (Finding<LogEvidence, Void> finding : LogDoctor.examine(log, log.defaultAxis())) {
                boolean inCurves = finding.evidence().problem() != LogProblem.LIMITS;
                marked.add(new Marked(inCurves ? String.valueOf(letter++) : "", finding));
            }
            findings = List.copyOf(marked);
        }
        return findings;
    }

    /** The parts of the newest log's curves that findings concern, over an axis; none if the log is not on it. */
    public List<EvidenceRange> ranges(TrainingViewState state, LogAxis axis) {
        TrainingLog log = log(state);
        if (log == null || !log.isOn(axis)) {
            return List.of();
        }
        List<EvidenceRange> ranges = new ArrayList<>();
        for (Marked marked : in(log)) {
            LogEvidence evidence = marked.finding.evidence();
            if (!marked.mark.isEmpty()) {
                ranges.add(new EvidenceRange(
                        log.convert(evidence.from(), evidence.axis(), axis),
                        log.convert(evidence.to(), evidence.axis(), axis),
                        marked.mark,
                        marked.finding.severity()));
            }
        }
        return ranges;
    }

    /** The findings that have ranges over an axis, in words. */
    public List<String> describe(TrainingViewState state, LogAxis axis, Texts texts) {
        TrainingLog log = log(state);
        return log == null || !log.isOn(axis)
                ? List.of()
                : in(log).stream()
                        .filter(marked -> !marked.mark.isEmpty())
                        .map(marked -> describe(marked, texts))
                        .toList();
    }

    private static String describe(Marked marked, Texts texts) {
        LogEvidence evidence = marked.finding.evidence();
        return texts.get(
                evidence.axis() == LogAxis.STEP ? "training.figure.finding.steps" : "training.figure.finding",
                marked.mark,
                FindingText.of(marked.finding, texts).title(),
                NumberFormats.format(evidence.from()),
                NumberFormats.format(evidence.to()));
    }

    private static @Nullable TrainingLog log(TrainingViewState state) {
        ComparedRun run = newest(state);
        return run == null ? null : run.log();
    }
}

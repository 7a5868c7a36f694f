package hyperlab.lesson.readout;

import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.lesson.expression.ReadoutNames;
import hyperlab.lesson.expression.Readouts;
import hyperlab.lesson.expression.RunSelector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Readouts that are computed from a document, at the end of its run or at an earlier step or epoch. */
public final class DocumentReadouts implements Readouts {
    /** The value of {@link #limit} for the end of the run. */
    private static final int END = Integer.MAX_VALUE;

    private final ReadoutCache cache;
    private final Document document;
    private final LessonLab lab;
    private final int limit;

    DocumentReadouts(ReadoutCache cache, Document document, LessonLab lab, int limit) {
        this.cache = cache;
        this.document = document;
        this.lab = lab;
        this.limit = limit;
    }

    static DocumentReadouts atEnd(ReadoutCache cache, Document document, LessonLab lab) {
        return new DocumentReadouts(cache, document, lab, END);
    }

    /** These readouts when the run was at step or epoch {@code index}. */
    public DocumentReadouts at(int index) {
        return new DocumentReadouts(cache, document, lab, index);
    }

    /** The last step or epoch of the first run. */
    public int lastIndex() {
        return values().lastIndex(RunSelector.FIRST);
    }

    /** Whether the values change during the run. */
    public boolean changesDuringRun() {
        return values().changesDuringRun();
    }

    /** What is shown. */
    public Document document() {
        return document;
    }

    private LabValues values() {
        return cache.values(document);
    }

    @Override
    public ReadoutNames names() {
        return LabReadouts.of(lab);
    }

    @Override
    public double value(String name, RunSelector run) {
        LabValues values = values();
        return values.value(name, run, values.isSetting(name) ? 0 : currentIndex(run));
    }

    @Override
    public double[] series(String name, RunSelector run) {
        double[] all = values().series(name, run);
        int length = values().changesDuringRun() ? currentIndex(run) + 1 : all.length;
        return length < all.length ? Arrays.copyOf(all, length) : all;
    }

    @Override
    public double function(String name, double argument, RunSelector run) {
        return values().function(name, argument, run);
    }

    @Override
    public int currentIndex(RunSelector run) {
        return Math.min(limit, values().lastIndex(run));
    }

    @Override
    public Readouts with(Map<String, String> changes) {
        return new DocumentReadouts(
                cache, DocumentOverrides.with(document, LabControls.keys(lab, changes, "with")), lab, limit);
    }

    @Override
    public List<Readouts> seeds(int count) {
        return IntStream.range(0, count)
                .mapToObj(run -> (Readouts) new DocumentReadouts(cache, Seeds.of(document, run), lab, limit))
                .toList();
    }
}

package hyperlab.tune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal in memory. Thread-safe. */
public final class Notes implements Journal {
    private final Map<List<Integer>, Result> known = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    /** Creates a journal with earlier results. */
    public Notes(List<Found> before) {
        before.forEach(this::keep);
    }

    @Override
    public synchronized @Nullable Result known(Job job) {
        return known.get(List.of(job.trial(), job.epochs()));
    }

    @Override
    public synchronized void add(Job job, Result result) {
        keep(new Found(job.trial(), job.epochs(), result));
    }

    private void keep(Found one) {
        if (known.put(List.of(one.trial(), one.epochs()), one.result()) == null) {
            found.add(one);
        }
    }

    /** All results, in the order in which they were added. */
    public synchronized List<Found> found() {
        return List.copyOf(found);
    }
}

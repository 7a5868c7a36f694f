package hyperlab.tune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal in memory. Thread-safe. */
public final class InMemoryJournal implements Journal {
    private final Map<List<Integer>, JobResult> results = new HashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    /** Creates a journal with earlier results. */
    public InMemoryJournal(List<JournalEntry> earlier) {
        earlier.forEach(this::store);
    }

    @Override
    public synchronized @Nullable JobResult find(Job job) {
        return results.get(List.of(job.trial(), job.epochs()));
    }

    @Override
    public synchronized void add(Job job, JobResult result) {
        store(new JournalEntry(job.trial(), job.epochs(), result));
    }

    private void store(JournalEntry entry) {
        if (results.put(List.of(entry.trial(), entry.epochs()), entry.result()) == null) {
            entries.add(entry);
        }
    }

    /** All results, in the order in which they were added. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }
}

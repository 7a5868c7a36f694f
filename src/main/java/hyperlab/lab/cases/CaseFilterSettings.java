package hyperlab.lab.cases;

/**
 * Which cases are shown, in which order, and how. The properties are in {@link CaseFilter}.
 *
 * @param query text that must occur in the name, the subject or the tuned keys; blank for no filter
 * @param task the kind of task
 * @param tuned the key that must be the most important one; empty for no filter
 * @param order the sort order
 * @param seeds the number of seeds that are shown and run
 * @param points whether charts show each seed as a point
 * @param band whether charts show the interquartile range
 */
public record CaseFilterSettings(
        String query, TaskFilter task, String tuned, CaseOrder order, double seeds, boolean points, boolean band) {
    static final CaseFilterSettings DEFAULT =
            new CaseFilterSettings("", TaskFilter.ALL, CaseFilter.ANY_KEY, CaseOrder.EASIEST, 10, true, true);

    CaseFilterSettings withQuery(String newQuery) {
        return new CaseFilterSettings(newQuery, task, tuned, order, seeds, points, band);
    }

    CaseFilterSettings withTask(TaskFilter newTask) {
        return new CaseFilterSettings(query, newTask, tuned, order, seeds, points, band);
    }

    CaseFilterSettings withTuned(String newTuned) {
        return new CaseFilterSettings(query, task, newTuned, order, seeds, points, band);
    }

    CaseFilterSettings withOrder(CaseOrder newOrder) {
        return new CaseFilterSettings(query, task, tuned, newOrder, seeds, points, band);
    }

    CaseFilterSettings withSeeds(double newSeeds) {
        return new CaseFilterSettings(query, task, tuned, order, newSeeds, points, band);
    }

    CaseFilterSettings withPoints(boolean newPoints) {
        return new CaseFilterSettings(query, task, tuned, order, seeds, newPoints, band);
    }

    CaseFilterSettings withBand(boolean newBand) {
        return new CaseFilterSettings(query, task, tuned, order, seeds, points, newBand);
    }
}

package hyperlab.lab.learn;

/**
 * What is open in the Learn lab.
 *
 * @param entry the name of the open entry, one of {@link LearnViewModel#ENTRIES}
 * @param query text that the glossary terms must contain; blank for all terms
 */
public record LearnSettings(String entry, String query) {
    LearnSettings withEntry(String newEntry) {
        return new LearnSettings(newEntry, query);
    }

    LearnSettings withQuery(String newQuery) {
        return new LearnSettings(entry, newQuery);
    }
}

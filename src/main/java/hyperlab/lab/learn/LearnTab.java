package hyperlab.lab.learn;

import java.util.Locale;

/** The two tabs of the lab. */
enum LearnTab {
    PAGES,
    LESSONS;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package hyperlab.lesson.ask;

import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.tune.TuningStudy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a lab that is asked about.
 *
 * @param document the settings, and what is known of their run
 * @param folder the folder that the files of the document are relative to; null for the working directory
 * @param selected the index of the selected run, where the lab compares several; {@value #NONE} if nothing is open
 */
public record AskedState(Document document, @Nullable Path folder, int selected) {
    public static final int NONE = -1;

    /**
     * Whether a question about another state is about this one too. The results of a search arrive while it runs, and
     * do not change what was asked; neither does how descents or maps are drawn, or another descent than the selected
     * one.
     */
    public boolean isSameSubject(AskedState other) {
        return selected == other.selected && subject().equals(other.subject());
    }

    private Document subject() {
        if (document instanceof Document.OfStudy study) {
            TuningStudy settings = study.study();
            return new Document.OfStudy(settings, List.of());
        }
        if (document instanceof Document.OfDescent descent) {
            DescentSetup setup = descent.setup();
            int index = Math.max(0, Math.min(selected, setup.racers().size() - 1));
            return new Document.OfDescent(new DescentSetup(
                    setup.function(),
                    setup.parameters(),
                    setup.start(),
                    setup.steps(),
                    List.of(setup.racers().get(index).withVisible(true))));
        }
        if (document instanceof Document.OfMap map) {
            return new Document.OfMap(map.map());
        }
        return document;
    }
}

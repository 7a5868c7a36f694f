package hyperlab.lab;

import java.util.List;

/** A lab whose stage has room for some of its charts only, so that a lesson says which ones. FX thread only. */
public interface ShowsParts {
    /**
     * Shows charts first.
     *
     * @param parts their names in lessons; other parts are ignored
     * @param only whether no other charts are shown
     */
    void showParts(List<String> parts, boolean only);

    /** Shows again what was shown before the first call of {@link #showParts}. */
    void restoreParts();
}

package hyperlab.lab;

import hyperlab.file.Document;
import org.jspecify.annotations.Nullable;

/** A lab that marks on its stage what is asked. FX thread only. */
public interface MarksQuestion {
    /**
     * Marks what a question is about, in a card that stays visible.
     *
     * @param asked the document of the question; null to mark nothing
     * @param hidden whether that card shows nothing else, because it would reveal the answer
     */
    void markQuestion(@Nullable Document asked, boolean hidden);
}

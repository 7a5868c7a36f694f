package hyperlab.lab.learn;

import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.TermFinder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Links the first use of each glossary term on a page to the glossary. */
final class PageTerms {
    private final Set<GlossaryTerm> used = new HashSet<>();
    private final Consumer<GlossaryTerm> opener;
    private final boolean linking;

    /** @param opener shows a term in the glossary */
    PageTerms(Consumer<GlossaryTerm> opener) {
        this(opener, true);
    }

    private PageTerms(Consumer<GlossaryTerm> opener, boolean linking) {
        this.opener = opener;
        this.linking = linking;
    }

    /** Links nothing, for a text that must not be left. */
    static PageTerms none() {
        return new PageTerms(term -> {}, false);
    }

    /** The terms in a text that have not been used before on this page. */
    List<TermFinder.Occurrence> firstUses(String text) {
        if (!linking) {
            return List.of();
        }
        return TermFinder.find(text).stream()
                .filter(occurrence -> used.add(occurrence.term()))
                .toList();
    }

    void open(GlossaryTerm term) {
        opener.accept(term);
    }
}

package hyperlab.learn;

import java.util.List;

/** Texts in the Markdown of the pages, outside of a page. */
public final class LearnMarkdown {
    private LearnMarkdown() {}

    /**
     * Reads what a page may contain after its title.
     *
     * @param path names the file in error messages
     * @throws hyperlab.rule.InvalidInputException if the text contains anything else
     */
    public static List<Block> blocks(String markdown, String path) {
        return LearnPageReader.blocks(path, markdown);
    }
}

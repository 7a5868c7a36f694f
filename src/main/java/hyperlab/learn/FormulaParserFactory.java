package hyperlab.learn;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Parses text between two dollar signs as a formula, in which backslashes and underscores have no Markdown meaning. */
final class FormulaParserFactory implements InlineContentParserFactory {
    private static final char DOLLAR = '$';

    /** A node that contains a formula. */
    static final class FormulaNode extends CustomNode {
        private final String latex;

        FormulaNode(String latex) {
            this.latex = latex;
        }

        String latex() {
            return latex;
        }
    }

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of(DOLLAR);
    }

    @Override
    public InlineContentParser create() {
        return state -> {
            Scanner scanner = state.scanner();
            scanner.next();
            Position start = scanner.position();
            if (scanner.find(DOLLAR) <= 0) {
                return ParsedInline.none();
            }
            String latex = scanner.getSource(start, scanner.position()).getContent();
            scanner.next();
            return ParsedInline.of(new FormulaNode(latex), scanner.position());
        };
    }
}

package hyperlab.lab.learn.exercise;

import hyperlab.file.Document;
import hyperlab.learn.Block;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What the exercises take from the page around them, so that they look like its other parts. */
public interface PageParts {
    /** Text in the style of the page. */
    Node text(List<Block> blocks);

    /** A button that opens a document in its lab. */
    Button link(String id, String words, Document document);

    /** Scrolls the page until a node is visible. */
    void reveal(Node node);
}

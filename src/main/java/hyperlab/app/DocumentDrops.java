package hyperlab.app;

import hyperlab.app.open.PastedText;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Opens the files and the texts that are dropped on the window. */
final class DocumentDrops {
    private DocumentDrops() {}

    /** Lets files and documents be dropped on a node, before its children see them. */
    static void accept(Node target, DocumentController documents) {
        target.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (isDocument(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            String text = event.getDragboard().getString();
            boolean pasted = files.isEmpty() && PastedText.isDocument(text);
            if (pasted) {
                documents.paste(text);
            } else {
                documents.drop(files);
            }
            event.setDropCompleted(pasted || !files.isEmpty());
            event.consume();
        });
    }

    private static boolean isDocument(Dragboard dragged) {
        return dragged.hasFiles() || PastedText.isDocument(dragged.getString());
    }
}

package hyperlab.app.export;

import hyperlab.export.Figure;
import hyperlab.export.PngFigure;
import hyperlab.export.SmallestText;
import hyperlab.file.figure.FigureSettings;
import hyperlab.file.figure.FigureWidth;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.ErrorMessages;
import hyperlab.text.NumberFormats;
import hyperlab.ui.Messages;
import hyperlab.ui.control.ScrollPanes;
import hyperlab.ui.control.WrappedText;
import java.awt.image.BufferedImage;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A figure at its size in print, with that size, and a warning if it is not readable. FX thread only. */
final class FigurePreview extends VBox {
    private static final double SCREEN_DPI = 96;
    private static final double SPACING = 12;

    private final Messages messages;
    private final ImageView picture = new ImageView();
    private final StringProperty size = new SimpleStringProperty(this, "size", "");
    private final StringProperty warning = new SimpleStringProperty(this, "warning", "");

    FigurePreview(Messages messages) {
        super(SPACING);
        this.messages = messages;
        StackPane page = new StackPane(picture);
        page.setAlignment(Pos.TOP_LEFT);
        page.getStyleClass().add("figure-page");
        ScrollPane pane = ScrollPanes.withoutCache(new ScrollPane(page));
        pane.setId("figure-preview");
        pane.accessibleTextProperty().bind(size);
        pane.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(pane, Priority.ALWAYS);
        Label sizeLabel = new Label();
        sizeLabel.setId("figure-size");
        sizeLabel.textProperty().bind(size);
        sizeLabel.getStyleClass().add("caption");
        WrappedText warningText = new WrappedText(warning, "figure-warning");
        warningText.setId("figure-warning");
        warningText.visibleProperty().bind(warning.isNotEmpty());
        warningText.managedProperty().bind(warningText.visibleProperty());
        getChildren().addAll(sizeLabel, pane, warningText);
    }

    /** Draws the figure. */
    void show(FigureSubject subject, FigureViewModel model, FigureSettings settings) {
        FigureDrawing drawing = subject.draw(settings, figure -> FigureDrawing.of(figure, settings));
        picture.setImage(SwingFXUtils.toFXImage(drawing.image(), null));
        picture.setFitWidth(drawing.image().getWidth() / FigureDrawing.SHARPNESS);
        picture.setPreserveRatio(true);
        double centimeters = settings.points() / 72 * FigureWidth.CENTIMETERS_PER_INCH;
        double tall =
                centimeters * drawing.image().getHeight() / drawing.image().getWidth();
        size.set(messages.get(
                model.hasPixels(settings) ? "shell.figure.sizeInPixels" : "shell.figure.size",
                NumberFormats.format(centimeters, 3),
                NumberFormats.format(tall, 3),
                Integer.toString(settings.width().pixels(settings.dpi()))));
        InvalidInputException error = model.errorProperty().get();
        double smallest = model.points(drawing.smallestText(), drawing.logicalWidth());
        if (error != null) {
            warning.set(ErrorMessages.message(error, messages.texts()));
        } else if (smallest < FigureViewModel.READABLE_TEXT - 1e-9) {
            warning.set(messages.get(
                    subject.hasFixedLayout() ? "shell.figure.smallSheet" : "shell.figure.smallText",
                    NumberFormats.format(smallest, 2)));
        } else {
            warning.set("");
        }
    }

    /**
     * A drawn figure.
     *
     * @param image {@value #SHARPNESS} times as many pixels as on a screen of 96 dots per inch
     * @param smallestText size in logical pixels
     */
    private record FigureDrawing(BufferedImage image, double smallestText, int logicalWidth) {
        static final double SHARPNESS = 2;

        static FigureDrawing of(Figure figure, FigureSettings settings) {
            int pixels = (int) Math.max(1, Math.round(settings.points() / 72 * SCREEN_DPI * SHARPNESS));
            return new FigureDrawing(PngFigure.imageOfWidth(figure, pixels), SmallestText.of(figure), figure.width());
        }
    }
}

package hyperlab.app.export;

import hyperlab.file.figure.FigureState;
import hyperlab.lab.Lab;
import hyperlab.ui.control.playback.Playback;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Shows what an opened figure showed: its chart and its position of the play head. FX thread only. */
public final class FigureReopening {
    private FigureReopening() {}

    /** Shows it as soon as the lab has computed that far. */
    public static void show(Lab lab, FigureState figure) {
        if (figure.position() >= 0) {
            seekOnceDone(lab.parts().playback(), figure.position());
        }
        lab.charts().stream()
                .filter(card -> figure.chart().equals(card.getId()))
                .findFirst()
                .ifPresent(card -> card.requestFocus());
    }

    /** Moves there as soon as the work reaches it, unless the position changes before. */
    private static void seekOnceDone(Playback playback, int position) {
        playback.seek(position);
        int reached = playback.positionProperty().get();
        if (reached == position) {
            return;
        }
        playback.completedProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> observed, Number before, Number now) {
                boolean moved = playback.positionProperty().get() != reached
                        || playback.playingProperty().get();
                if (moved || now.intValue() >= position) {
                    playback.completedProperty().removeListener(this);
                    if (!moved) {
                        playback.seek(position);
                    }
                }
            }
        });
    }
}

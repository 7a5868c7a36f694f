package hyperlab.lab.activation;

import hyperlab.activation.ActivationLabSettings;
import hyperlab.chart.style.CurveStyle;
import hyperlab.finding.Severity;
import hyperlab.nn.Activation;
import hyperlab.text.FindingText;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.control.DoctorSection;

/** What the texts and charts of all studies need: the settings, the position of the playhead, and the language. */
record StudyContext(ActivationLabSettings setup, int position, Texts texts) {
    static StudyContext of(ActivationViewModel model, Texts texts) {
        return new StudyContext(
                model.setup(), model.playback().positionProperty().get(), texts);
    }

    String name(Activation function) {
        return texts.get(ActivationKind.of(function).nameKey());
    }

    static CurveStyle style(Activation function) {
        return CurveStyle.series(ActivationKind.of(function).series());
    }

    /** Returns the state of a study as a card's subtitle; {@code done} if the study is complete. */
    String progress(StudyRunner.StudyStatus<?> status, String done) {
        return switch (status.state()) {
            case NONE -> texts.get("activation.notRun");
            case RUNNING -> texts.get("activation.running", NumberFormats.format(Math.floor(100 * status.share())));
            case STOPPED -> texts.get("activation.stopped", NumberFormats.format(Math.floor(100 * status.share())));
            case DONE -> done;
        };
    }

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Creates a finding without a remedy. */
    DoctorSection.FindingModel finding(Severity kind, String key, Object... arguments) {
        return findingWithRemedy(kind, key, "", () -> {}, arguments);
    }

    /**
     * Creates a finding with a remedy. {@code remedyKey} is the message key of the remedy's label; empty for no remedy.
     */
    DoctorSection.FindingModel findingWithRemedy(
            Severity kind, String key, String remedyKey, Runnable remedy, Object... arguments) {
        return new DoctorSection.FindingModel(
                new FindingText(
                        kind,
                        text(key + ".title", arguments),
                        text(key + ".text", arguments),
                        remedyKey.isEmpty() ? "" : text(remedyKey)),
                remedy);
    }
}

package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.app.concurrent.StudyRunner;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.FindingCard;
import hyperlab.chart.CurveLook;
import hyperlab.nn.Activation;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;

/** What the texts and charts of all studies need: the settings, the position of the playhead, and the language. */
record Studied(ActivationSetup setup, int position, Texts texts) {
    static Studied of(ActivationViewModel model, Texts texts) {
        return new Studied(model.setup(), model.playback().position().get(), texts);
    }

    String name(Activation function) {
        return texts.get("activation.name." + ActivationKind.of(function).id());
    }

    static CurveLook look(Activation function) {
        return CurveLook.series(ActivationKind.of(function).series());
    }

    /** Returns the state of a study as a card's subtitle; {@code done} if the study is complete. */
    String progress(StudyRunner.StudyStatus<?> found, String done) {
        return switch (found.state()) {
            case NONE -> texts.get("activation.notRun");
            case RUNNING -> texts.get("activation.running", NumberFormats.format(Math.floor(100 * found.share())));
            case STOPPED -> texts.get("activation.stopped", NumberFormats.format(Math.floor(100 * found.share())));
            case DONE -> done;
        };
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Creates a finding without a remedy. */
    DoctorSection.FindingModel say(FindingCard.Severity kind, String key, Object... arguments) {
        return mend(kind, key, "", () -> {}, arguments);
    }

    /**
     * Creates a finding with a remedy. {@code remedyKey} is the message key of the remedy's label; empty for no remedy.
     */
    DoctorSection.FindingModel mend(FindingCard.Severity kind, String key, String remedyKey, Runnable remedy, Object... arguments) {
        return new DoctorSection.FindingModel(
                kind,
                get(key + ".title", arguments),
                get(key + ".text", arguments),
                remedyKey.isEmpty() ? "" : get(remedyKey),
                remedy);
    }
}

package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.Finding;
import hyperlab.chart.CurveLook;
import hyperlab.nn.Activation;
import hyperlab.text.Numbers;
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
    String progress(StudyRun.Found<?> found, String done) {
        return switch (found.state()) {
            case NONE -> texts.get("activation.notRun");
            case RUNNING -> texts.get("activation.running", Numbers.show(Math.floor(100 * found.share())));
            case STOPPED -> texts.get("activation.stopped", Numbers.show(Math.floor(100 * found.share())));
            case DONE -> done;
        };
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Creates a finding without a remedy. */
    DoctorSection.Found say(Finding.Kind kind, String key, Object... arguments) {
        return mend(kind, key, "", () -> {}, arguments);
    }

    /**
     * Creates a finding with a remedy. {@code remedyKey} is the message key of the remedy's label; empty for no remedy.
     */
    DoctorSection.Found mend(Finding.Kind kind, String key, String remedyKey, Runnable remedy, Object... arguments) {
        return new DoctorSection.Found(
                kind,
                get(key + ".title", arguments),
                get(key + ".text", arguments),
                remedyKey.isEmpty() ? "" : get(remedyKey),
                remedy);
    }
}

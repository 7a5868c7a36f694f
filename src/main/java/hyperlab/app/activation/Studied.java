package hyperlab.app.activation;

import hyperlab.activation.ActivationSetup;
import hyperlab.app.concurrent.StudyRun;
import hyperlab.app.control.DoctorSection;
import hyperlab.app.control.Finding;
import hyperlab.chart.CurveLook;
import hyperlab.nn.Activation;
import hyperlab.text.Numbers;
import hyperlab.text.Texts;

/** What the words and pictures of all studies have in common: what is set, where the play head is, and the language. */
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

    /** How a card's subtitle says where its study stands; {@code done} once it is through. */
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

    /** A finding without a remedy. */
    DoctorSection.Found say(Finding.Kind kind, String key, Object... arguments) {
        return mend(kind, key, "", () -> {}, arguments);
    }

    /** A finding; its remedy's words are under {@code remedyKey}. */
    DoctorSection.Found mend(Finding.Kind kind, String key, String remedyKey, Runnable remedy, Object... arguments) {
        return new DoctorSection.Found(
                kind,
                get(key + ".title", arguments),
                get(key + ".text", arguments),
                remedyKey.isEmpty() ? "" : get(remedyKey),
                remedy);
    }
}

package hyperlab.lab.activation;

import hyperlab.activation.ActivationTopic;

/**
 * What the lab shows. The curves and the results of the studies are read from {@link CurvesViewModel} and {@link
 * ActivationStudies}.
 *
 * @param topic the topic that is shown
 * @param position the playback position
 * @param revision incremented whenever the curves, the results or the settings have changed
 */
public record ActivationViewState(ActivationTopic topic, int position, long revision) {}

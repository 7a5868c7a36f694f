package hyperlab.lab.convolution;

import hyperlab.convolution.InputImage;
import hyperlab.convolution.NetworkSnapshot;
import hyperlab.convolution.ShiftSensitivity;

/**
 * The network's current response to an image.
 *
 * @param network the network
 * @param image the input image, scaled to the network's input size and shifted
 * @param activations the activations and the prediction for the image
 * @param invariance how these change when the image is shifted
 */
public record ConvNetResponse(
        NetworkSnapshot network,
        InputImage image,
        NetworkSnapshot.ImageActivations activations,
        ShiftSensitivity invariance) {
    /** The image is shifted by at most this many pixels in each direction. */
    static final int MAX_SHIFT = 6;
}

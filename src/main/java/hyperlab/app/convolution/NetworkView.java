package hyperlab.app.convolution;

import hyperlab.convolution.Forgiveness;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.Learned;

/**
 * The network's current response to an image.
 *
 * @param learned the network
 * @param image the input image, scaled to the network's input size and shifted
 * @param seen the activations and the prediction for the image
 * @param forgiveness how these change when the image is shifted
 */
public record NetworkView(Learned learned, LabImage image, Learned.Seen seen, Forgiveness forgiveness) {
    /** The image is shifted by at most this many pixels in each direction. */
    static final int REACH = 6;
}

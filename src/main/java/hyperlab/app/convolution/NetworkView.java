package hyperlab.app.convolution;

import hyperlab.convolution.Forgiveness;
import hyperlab.convolution.LabImage;
import hyperlab.convolution.Learned;

/**
 * What a network, as far as it has learned, makes of an image.
 *
 * @param learned the network
 * @param image in the sides that it learned on, shifted
 * @param seen what its layers make of that
 * @param forgiveness what becomes of it when the image moves
 */
public record NetworkView(Learned learned, LabImage image, Learned.Seen seen, Forgiveness forgiveness) {
    /** How far the image is moved either way. */
    static final int REACH = 6;
}

package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import mirador.trainer.clip.ClipNetwork;
import mirador.trainer.nn.Parameters;

/**
 * The vision tower learns to give the states of CLIP mini's, each token brought to mean 0 and
 * deviation 1: BLIP-2's tower has no normalisation before its first layer, so that CLIP's weights
 * cannot simply be taken over.
 */
final class VisionDistillation extends PictureTask {
  private static final double EPSILON = 1e-5;
  static final int TRIED = 256;

  private final ClipNetwork teacher;
  private final VisionNetwork tower;

  VisionDistillation(
      ClipNetwork teacher, VisionNetwork tower, Parameters parameters, Scenes scenes) {
    super(parameters, scenes);
    this.teacher = teacher;
    this.tower = tower;
  }

  @Override
  public NDArray loss(PictureText batch, NDManager own) {
    return distance(tower, teacher, batch.patches(own));
  }

  /**
   * How far the two are apart, a mean of squares; 2 when they have nothing to do with each other.
   */
  static NDArray distance(VisionNetwork tower, ClipNetwork teacher, NDArray patches) {
    NDArray wanted = standard(teacher.pictureTokens(patches)).stopGradient();
    return tower.tokens(patches).sub(wanted).square().mean();
  }

  private static NDArray standard(NDArray tokens) {
    NDArray centred = tokens.sub(tokens.mean(new int[] {2}, true));
    return centred.div(centred.square().mean(new int[] {2}, true).add(EPSILON).sqrt());
  }
}

package mirador.concepts.clip;

import java.util.List;
import java.util.Optional;
import mirador.concepts.vit.TokenVectors;

/**
 * What a picture becomes on its way through the image encoder (Dosovitskiy et al. 2020, equations 1
 * to 4; Radford et al. 2021, section 2.4). Token 0 is [CLS], the others are the patches, left to
 * right and top to bottom.
 *
 * @param patches the patches after the linear projection, (patches, width), where the graph shows
 *     them
 * @param positions the embeddings of the places, the same for every picture, (tokens, width), where
 *     the graph shows them
 * @param states the tokens as they enter the first layer and after each one, (tokens, width) each;
 *     none where the graph does not show them
 * @param features what comes out at last, projected and not normalised, (1, projection)
 */
public record ImageSteps(
    Optional<TokenVectors> patches,
    Optional<TokenVectors> positions,
    List<TokenVectors> states,
    TokenVectors features) {
  public ImageSteps {
    states = List.copyOf(states);
  }
}

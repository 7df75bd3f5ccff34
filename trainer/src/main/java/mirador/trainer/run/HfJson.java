package mirador.trainer.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.trainer.clip.Patchify;

/** The JSON files of Hugging Face's layout. */
public final class HfJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int BICUBIC = 3;

  private HfJson() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  public static void write(Path file, ObjectNode object) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(object));
  }

  /** How pictures are prepared, in so far as CLIP and BLIP-2 prepare them alike. */
  public static ObjectNode preprocessing(String processor) {
    ObjectNode steps =
        object()
            .put("image_processor_type", processor)
            .put("do_resize", true)
            .put("do_rescale", true)
            .put("do_normalize", true)
            .put("do_convert_rgb", true)
            .put("rescale_factor", 1 / 255.0)
            .put("resample", BICUBIC);
    steps.putPOJO("image_mean", Patchify.mean()).putPOJO("image_std", Patchify.deviation());
    return steps;
  }
}

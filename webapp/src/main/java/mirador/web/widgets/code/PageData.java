package mirador.web.widgets.code;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.PythonText;
import mirador.web.course.CourseState;
import mirador.web.course.Entries;
import mirador.web.course.OwnMedia;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Json;
import mirador.web.widgets.clip.Captions;
import mirador.web.widgets.real.LiveEmbeddings;

/** What a program finds under the notebook's names, as JSON. */
public final class PageData {
  private PageData() {}

  /** What the page's widgets hold now. */
  static Map<String, String> all() {
    Map<String, String> data = written(CourseState.shared());
    LiveEmbeddings.of(Captions.all()).ifPresent(live -> clip(data, live));
    data.put("sizes", sizes());
    return data;
  }

  /** What a learner wrote: captions, own audio and video. */
  public static Map<String, String> written(Entries learner) {
    Map<String, String> data = new LinkedHashMap<>();
    Map<String, String> captions = new LinkedHashMap<>();
    Captions.all(learner).forEach((id, caption) -> captions.put(id, Json.quote(caption)));
    data.put("captions", object(captions));
    MediaDatabase media = OwnMedia.database(learner);
    Map<String, String> audio = new LinkedHashMap<>();
    media.audio().forEach((id, entry) -> audio.put(id, audio(entry)));
    data.put("audio_db", object(audio));
    Map<String, String> video = new LinkedHashMap<>();
    media.video().forEach((id, entry) -> video.put(id, video(entry)));
    data.put("video_db", object(video));
    return data;
  }

  /** Of the pictures that are loaded; the others are asked for and known next time. */
  private static String sizes() {
    StringBuilder json = new StringBuilder("{");
    for (String id : Notebook.PICTURES) {
      PictureShelf.shared()
          .load(
              id,
              picture ->
                  json.append(json.length() == 1 ? "" : ",")
                      .append(Json.quote(id))
                      .append(":[" + picture.width() + "," + picture.height() + "]"),
              problem -> {});
    }
    return json + "}";
  }

  /** What CLIP gave, as the notebook has it: its matrix has pictures down and texts across. */
  private static void clip(Map<String, String> data, LiveEmbeddings live) {
    double[][] values = live.matrix().values();
    StringBuilder rows = new StringBuilder("{\"array\":[");
    for (int image = 0; image < live.matrix().columns().size(); image++) {
      double[] row = new double[values.length];
      for (int text = 0; text < row.length; text++) {
        row[text] = values[text][image];
      }
      rows.append(image == 0 ? "" : ",").append(numbers(row));
    }
    data.put("sim_matrix_real", rows.append("]}").toString());
    data.put("text_embeds", embeddings(live.texts()));
    data.put("image_embeds", embeddings(live.pictures()));
  }

  private static String embeddings(Map<String, double[]> embeddings) {
    Map<String, String> arrays = new LinkedHashMap<>();
    embeddings.forEach((id, one) -> arrays.put(id, "{\"array\":" + numbers(one) + "}"));
    return object(arrays);
  }

  private static String numbers(double[] values) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      json.append(i == 0 ? "" : ",").append(PythonText.repr(values[i]));
    }
    return json.append(']').toString();
  }

  private static String audio(AudioEntry entry) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("evento", Json.quote(entry.event()));
    members.put("duracion_s", PythonText.repr(entry.seconds()));
    members.put("confianza", PythonText.repr(entry.confidence()));
    return object(members);
  }

  private static String video(VideoEntry entry) {
    StringBuilder frames = new StringBuilder("[");
    for (String frame : entry.keyFrames()) {
      frames.append(frames.length() == 1 ? "" : ",").append(Json.quote(frame));
    }
    Map<String, String> members = new LinkedHashMap<>();
    members.put("evento", Json.quote(entry.event()));
    members.put("frames_clave", frames.append(']').toString());
    return object(members);
  }

  /** As pairs, since a dictionary of MicroPython keeps no order. */
  private static String object(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{\"pairs\":[");
    String comma = "";
    for (Map.Entry<String, String> member : members.entrySet()) {
      json.append(comma)
          .append('[')
          .append(Json.quote(member.getKey()))
          .append(',')
          .append(member.getValue())
          .append(']');
      comma = ",";
    }
    return json.append("]}").toString();
  }
}

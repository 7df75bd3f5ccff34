# The notebook's names, as a code cell finds them: its data, its models of nine words and of rules,
# its lists of questions. The page lays its live values over the defaults.
#
# It runs in the cell's own names, as the notebook's cells run in one notebook: who gives `captions`
# or `audio_db` a new value changes what the functions below answer.
#
# MicroPython forgets the order of a dict and swaps equals when it sorts, so what has an order here
# is an OrderedDict, and what is sorted is told how to break a tie.
from collections import OrderedDict as _OrderedDict
import math

import np


def _lowered(text):
    """Like lower(), for capitals with accents too: MicroPython only knows A to Z."""
    return "".join([chr(ord(c) + 32) if "À" <= c <= "Þ" and c != "×" else c for c in text.lower()])


def _written(value):
    """Like str(), but a list keeps the accents of its texts, as in CPython."""
    if isinstance(value, list):
        inside = [np.quoted(one) if isinstance(one, str) else str(one) for one in value]
        return "[" + ", ".join(inside) + "]"
    return str(value)


# --- the figures, and their patches


class Imagen:
    """A picture's measures in pixels; its colours stay in the page."""

    def __init__(self, width, height, name=""):
        self.name = name
        self.width = width
        self.height = height
        self.size = (width, height)

    def __repr__(self):
        return "<imagen de %d x %d px>" % self.size


keys = ["car", "cat", "puppy"]

images = _OrderedDict([(key, Imagen(768, 512, key)) for key in keys])


def patchify(img, patch_size=64):
    """The whole patches as boxes (left, top, right, bottom), row by row, and (rows, columns)."""
    rows, columns = img.height // patch_size, img.width // patch_size
    boxes = []
    for row in range(rows):
        for column in range(columns):
            left, top = column * patch_size, row * patch_size
            boxes.append((left, top, left + patch_size, top + patch_size))
    return boxes, (rows, columns)


# --- texts and pictures as vectors of nine words

captions = _OrderedDict(
    [
        ("car", "A sports car driving on the road at sunset"),
        ("cat", "A pixelated image of a cute cat"),
        ("puppy", "A puppy playing in the snow"),
    ]
)

image_semantics = _OrderedDict(
    [
        ("car", ["car", "road", "sunset"]),
        ("cat", ["cat", "pixelated", "cute"]),
        ("puppy", ["puppy", "dog", "snow"]),
    ]
)

vocab = [word for key in keys for word in image_semantics[key]]

vocab_index = _OrderedDict([(word, place) for place, word in enumerate(vocab)])


def _vector_of(words):
    """One for each word, brought to length 1; zeros when there is none."""
    # A list first: this runs before every run of every cell, and arrays are slow to fill.
    numbers = [0.0] * len(vocab)
    for word in words:
        numbers[vocab_index[word]] = 1.0 / math.sqrt(len(words))
    return np.array(numbers)


def text_embedding(text):
    # Letters in a row, not words: "scary" has a car in it. The lesson shows that this misleads.
    lowered = _lowered(text)
    return _vector_of([word for word in vocab if word in lowered])


def image_embedding(image_name):
    return _vector_of(image_semantics[image_name])


def cosine(a, b):
    lengths = np.linalg.norm(a) * np.linalg.norm(b)
    return float(np.dot(a, b) / lengths) if lengths != 0 else 0.0


img_names = list(images.keys())
txt_names = list(captions.keys())

img_embs = image_embeds = _OrderedDict([(name, image_embedding(name)) for name in img_names])


def _follow_captions():
    """What is computed of the captions; asked again when the page has brought others."""
    global txt_embs, text_embeds, sim_matrix
    txt_embs = text_embeds = _OrderedDict(
        [(name, text_embedding(captions[name])) for name in txt_names]
    )
    # Texts down, pictures across; CLIP's below is the other way round, as in the notebook. All have
    # length 1 or 0, so that the products are the cosines.
    sim_matrix = np.dot(
        np.array([txt_embs[name] for name in txt_names]),
        np.array([img_embs[name] for name in img_names]).T,
    )


_follow_captions()


def retrieve_image(query_text, top_k=3):
    query = text_embedding(query_text)
    scores = [cosine(query, img_embs[name]) for name in img_names]
    best_first = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    return [(img_names[place], scores[place]) for place in best_first][:top_k]


# --- ranks, from CLIP's matrix

# Pictures down, texts across. Made-up numbers, the lesson's M, until CLIP has run in the page.
M = np.array([[0.31, 0.25, 0.17], [0.16, 0.24, 0.20], [0.15, 0.26, 0.23]])
sim_matrix_real = M.copy()


def _place_of(right, scores):
    """Which place the right one gets, from 1; of equals, the first in the list goes first."""
    return np.argsort(-scores).tolist().index(right) + 1


def ranks_text_to_image(sim_matrix):
    return [_place_of(j, sim_matrix[:, j]) for j in range(sim_matrix.shape[1])]


def ranks_image_to_text(sim_matrix):
    return [_place_of(i, sim_matrix[i, :]) for i in range(sim_matrix.shape[0])]


# --- questions about a picture, answered from notes by rules


def _facts(objects, scene, weather, dominant_topic):
    return _OrderedDict(
        [
            ("objects", objects),
            ("scene", scene),
            ("weather", weather),
            ("dominant_topic", dominant_topic),
        ]
    )


visual_facts = _OrderedDict(
    [
        (
            "car",
            _facts(
                ["car", "road", "sunset"],
                "A sports car driving on the road at sunset.",
                "clear sky with sunset light",
                "transportation",
            ),
        ),
        (
            "cat",
            _facts(
                ["cat", "pixel-art", "cute"],
                "A pixelated image of a cute cat.",
                "not applicable",
                "animal",
            ),
        ),
        (
            "puppy",
            _facts(
                ["puppy", "snow", "park"],
                "A puppy sitting in the snow.",
                "snowy",
                "animal",
            ),
        ),
    ]
)


def vqa_demo(image_name, question):
    asked = _lowered(question)
    facts = visual_facts[image_name]

    def has(*pieces):
        return any([piece in asked for piece in pieces])

    # The first rule that fits answers; the order is part of the lesson.
    if has("what") and has("see", "image", "picture"):
        return facts["scene"]
    if has("animal"):
        return "Yes." if facts["dominant_topic"] == "animal" else "No."
    if has("weather", "snow"):
        return "Weather/scene condition: " + facts["weather"] + "."
    if has("objects", "things"):
        return "I can identify: " + ", ".join(facts["objects"]) + "."
    if has("car"):
        return "Yes, there is a car." if "car" in facts["objects"] else "No, I do not see a car."
    return "I need a more specific question (what, objects, weather, animal, car)."


sample_questions = [
    "What do you see in this picture?",
    "What objects are visible?",
    "Is there an animal?",
    "What is the weather?",
    "Is there a car?",
]

preguntas_prueba = [
    ("car", "¿Qué objeto aparece?"),
    ("car", "¿Qué velocidad exacta lleva?"),
    ("cat", "¿Es un gato pixelado?"),
    ("puppy", "¿Qué raza exacta es?"),
]


# --- several modalities

modalities = ["text", "image", "audio", "video"]


def mllm_router(modality, payload=None):
    encoder, output = {
        "text": ("Text encoder/tokenizer", "text embeddings"),
        "image": ("Vision encoder (ViT)", "visual embeddings"),
        "audio": ("Audio encoder", "audio embeddings"),
        "video": ("Video encoder (frames + temporal modeling)", "video embeddings"),
    }.get(modality, ("Unknown", "N/A"))
    return _OrderedDict([("encoder", encoder), ("output", output)])


def _audio(evento, duracion_s, confianza):
    return _OrderedDict([("evento", evento), ("duracion_s", duracion_s), ("confianza", confianza)])


def _video(evento, frames_clave):
    return _OrderedDict([("evento", evento), ("frames_clave", frames_clave)])


audio_db = _OrderedDict(
    [("audio_1", _audio("ladrido", 2.3, 0.88)), ("audio_2", _audio("motor", 1.1, 0.73))]
)

video_db = _OrderedDict(
    [
        ("video_1", _video("auto_en_movimiento", ["car", "sunset"])),
        ("video_2", _video("gato_sentado", ["cat", "pixel-art"])),
    ]
)


def responder_multimodal_cpu(prompt, imagen_id=None, audio_id=None, video_id=None):
    asked = _lowered(prompt)
    audio = audio_db.get(audio_id)
    video = video_db.get(video_id)

    # One intention answers alone, with its own modality; without any, all is listed.
    if "duración" in asked or "duracion" in asked:
        if audio is None:
            return "No tengo audio seleccionado."
        return "La duración del audio es %s s." % audio["duracion_s"]
    if "evento" in asked:
        if video is None:
            return "No tengo video seleccionado."
        return "El evento principal del video es: %s." % video["evento"]
    if "qué animal" in asked or "que animal" in asked:
        seen = {"puppy": "Parece un cachorro.", "cat": "Parece un gato."}
        return seen.get(imagen_id, "No identifico un animal claro.")

    parts = []
    if imagen_id in captions:
        parts.append("Imagen: " + captions[imagen_id])
    if audio is not None:
        parts.append(
            "Audio: '%s' (%s s, conf=%.2f)"
            % (audio["evento"], audio["duracion_s"], audio["confianza"])
        )
    if video is not None:
        clues = _written(video["frames_clave"])
        parts.append("Video: '%s' con pistas %s" % (video["evento"], clues))
    return " | ".join(parts) if parts else "Sin modalidades activas."

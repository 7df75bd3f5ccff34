package mirador.training.scenes;

/** What a scene is for: to learn from, to watch the learning with, or to judge the result by. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST
}

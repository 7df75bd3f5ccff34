package mirador.web.widget;

/** One interactive piece of a lesson. */
public interface Widget {
  /** Builds the play area and the controls into the frame's slots, once. */
  void build(WidgetFrame frame);

  /**
   * Shows the present settings and course state: called after {@link #build}, and again after every
   * change of a setting, of anything the widget follows, and after a reset.
   */
  void update();

  /** Forgets what the learner did in this widget alone; settings are reset by the frame. */
  default void reset() {}
}

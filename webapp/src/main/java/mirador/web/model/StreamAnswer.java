package mirador.web.model;

/** An answer that comes in parts: {@link Message#TOKEN}, {@link Message#STAGE}, then the whole. */
public interface StreamAnswer extends Answer<Message> {
  void part(Message part);
}

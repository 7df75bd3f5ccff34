package mirador.concepts.mllm;

/** What the responder says, and which intention it found in the prompt. */
public record ResponderAnswer(String text, Intention intention) {}

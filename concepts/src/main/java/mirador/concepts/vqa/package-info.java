/**
 * Visual question answering by rules over facts written by hand (the task: Antol et al., "VQA:
 * Visual Question Answering", 2015, section 1; the rules: notebook cell 3.1, {@code vqa_demo}).
 */
package mirador.concepts.vqa;

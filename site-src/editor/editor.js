// The editor of the code cells: CodeMirror for Python, bundled by editor.mjs into a classic script.
//
//   const editor = window.miradorEditor.open(host, options)
//
// A text area inside the host, where there is one, is what stands there until now: the editor takes its
// text, its focus and its caret, hides it, and gives all of it back when it is destroyed.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import {
  defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory,
} from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, EditorView, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { StyleModule } from "style-mod";
import spanish from "./phrases.es.json";

const INDENT = 4;
/** How long Escape lets Tab leave; any other key ends it sooner. */
const LEAVING_MS = 60_000;
/** What a learner pastes from a document or a chat without seeing it, besides what CodeMirror knows. */
const MORE_INVISIBLE = /[\u00a0\u2060\u202a-\u202c]/g;

// The pages' policy allows no style element of a script, so the rules go where a shadow root would keep them.
const adopting = {
  ownerDocument: document,
  get adoptedStyleSheets() {
    return document.adoptedStyleSheets;
  },
  set adoptedStyleSheets(sheets) {
    document.adoptedStyleSheets = sheets;
  },
};
const mount = StyleModule.mount;
StyleModule.mount = (root, modules) => mount.call(StyleModule, root === document ? adopting : root, modules);

/** Kinds of words as classes; their colours are in code.css, so that they follow the theme and paper. */
const WORDS = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword], class: "tok-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "tok-string" },
  { tag: [tags.number, tags.bool, tags.null, tags.escape], class: "tok-number" },
  { tag: tags.comment, class: "tok-comment" },
  // The star of an argument and the format in an f-string: no words, so not as keywords
  { tag: tags.modifier, class: "tok-modifier" },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    class: "tok-definition",
  },
]);

const byProgram = Annotation.define();
const markLine = StateEffect.define();
const wrongLine = Decoration.line({ class: "code-line-wrong" });

/** The line of an error; the mark goes as soon as the learner changes that line. */
const markedLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(markLine)) {
        return effect.value === null ? Decoration.none : Decoration.set(wrongLine.range(effect.value));
      }
    }
    if (!transaction.docChanged || marks.size === 0) {
      return marks;
    }
    const line = transaction.startState.doc.lineAt(marks.iter().from);
    return transaction.changes.touchesRange(line.from, line.to) ? Decoration.none : marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Tab: to the next stop at the caret, and whole lines where some are selected. */
function indent(view) {
  const { state } = view;
  if (state.readOnly) {
    return false;
  }
  if (!state.selection.main.empty) {
    return indentMore(view);
  }
  const caret = state.selection.main.head;
  const column = caret - state.doc.lineAt(caret).from;
  const spaces = " ".repeat(INDENT - (column % INDENT));
  view.dispatch(state.replaceSelection(spaces), { scrollIntoView: true, userEvent: "input.indent" });
  return true;
}

/** An invisible character as a sign that says its name. */
function invisible(phrases) {
  return (code, description, sign) => {
    const name = description.slice(phrases["Control character"].length + 1);
    const mark = document.createElement("span");
    mark.className = "cm-specialChar";
    mark.textContent = sign;
    mark.title = `${phrases["Control character"]} ${phrases[name] ?? name}`;
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", mark.title);
    return mark;
  };
}

function open(host, options) {
  const plain = host.querySelector("textarea");
  const phrases = { ...spanish, ...options.phrases };
  const readOnly = Boolean(options.readOnly);
  const run = () => {
    options.run?.();
    return true;
  };
  const lettingGo = (view) => {
    view.setTabFocusMode(LEAVING_MS);
    return true;
  };
  let pointed = false;
  // It takes the focus without one, too, but what checks pages for that does not always know.
  const attributes = { "aria-label": options.label, tabindex: "0" };
  if (!readOnly) {
    attributes["aria-description"] = phrases["Leave the editor with Escape, then Tab"];
  }

  const view = new EditorView({
    state: EditorState.create({
      doc: options.value ?? plain?.value ?? "",
      extensions: [
        EditorState.phrases.of(phrases),
        EditorState.readOnly.of(readOnly),
        EditorState.tabSize.of(INDENT),
        indentUnit.of(" ".repeat(INDENT)),
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars({ addSpecialChars: MORE_INVISIBLE, render: invisible(phrases) }),
        history(),
        pythonLanguage,
        indentOnInput(),
        syntaxHighlighting(WORDS),
        bracketMatching(),
        closeBrackets(),
        markedLine,
        Prec.highest(keymap.of([
          { key: "Mod-Enter", run },
          { key: "Ctrl-Enter", run },
          { key: "Shift-Enter", run },
          { key: "Escape", run: lettingGo },
        ])),
        keymap.of([
          ...closeBracketsKeymap,
          { key: "Tab", run: indent, shift: (target) => !readOnly && indentLess(target) },
          ...historyKeymap,
          // A mode that nobody sees would make Tab a riddle; Escape does the same for once.
          ...defaultKeymap.filter(({ key }) => key !== "Ctrl-m"),
        ]),
        EditorView.domEventHandlers({
          pointerdown: () => {
            pointed = true;
          },
          // Who comes by the keyboard may be on the way to somewhere else: until something is typed, Tab goes on.
          focus: (_event, entered) => {
            if (!pointed) {
              entered.setTabFocusMode(LEAVING_MS);
            }
            pointed = false;
          },
          blur: (_event, left) => {
            left.setTabFocusMode(false);
          },
        }),
        EditorView.contentAttributes.of(attributes),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (docChanged && !transactions.every((one) => one.annotation(byProgram))) {
            options.changed?.(state.doc.toString());
          }
        }),
      ],
    }),
  });

  const hadFocus = plain !== null && plain === document.activeElement;
  host.append(view.dom);
  if (plain !== null) {
    // A text area counts the same characters: both keep every line end as one.
    const within = (place) => Math.min(place, view.state.doc.length);
    view.dispatch({
      selection: { anchor: within(plain.selectionStart), head: within(plain.selectionEnd) },
    });
    plain.hidden = true;
  }
  if (hadFocus) {
    view.focus();
  }

  return {
    get: () => view.state.doc.toString(),
    /** Another text, as one step that can be undone; `changed` is not told of it. */
    set(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: [byProgram.of(true), isolateHistory.of("full")],
        effects: markLine.of(null),
      });
    },
    focus: () => view.focus(),
    /** Marks a line, counted from 1, as the one of an error; none for 0 or a line that is not there. */
    line(number) {
      if (!(number >= 1 && number <= view.state.doc.lines)) {
        view.dispatch({ effects: markLine.of(null) });
        return;
      }
      const { from } = view.state.doc.line(number);
      view.dispatch({ effects: [markLine.of(from), EditorView.scrollIntoView(from, { y: "nearest", yMargin: 24 })] });
    },
    destroy() {
      const focused = view.hasFocus;
      const { anchor, head } = view.state.selection.main;
      if (plain !== null) {
        plain.value = view.state.doc.toString();
        plain.hidden = false;
        plain.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head));
      }
      view.destroy();
      if (focused) {
        plain?.focus();
      }
    },
  };
}

window.miradorEditor = { open };

// The course in a learning platform: finds the platform's SCORM 1.2 API, frames the course, and hands over
// what the course says (mirador.web.platform) to the API. What is said is decided in Java; here is only how.
// Sections are those of the SCORM 1.2 Run-Time Environment.
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

const MOST_HOPS = 500;
const COMMIT_AFTER = 1000; // milliseconds without a change
const NOT_IMPLEMENTED = "401"; // what a platform may answer for an optional element
const OPTIONAL = ["cmi.core.score.min", "cmi.core.score.max"];
const DONE = ["completed", "passed"];

const root = document.body;
const line = document.getElementById("line");
const frame = document.getElementById("course");
const begun = Date.now();
const sent = {};
let api = null;
let wanted = {};
let timer = 0;
let told = false;
let over = false;

/** Says something to the learner, once: the first trouble is what helps to find the cause. */
function tell(text) {
  if (!told) {
    told = true;
    line.textContent = text;
    line.hidden = false;
  }
}

// 3.3.6.1: the API is an object named API in a window around this one, or in the one that opened it.
function apiAround(start) {
  let at = start;
  for (let hops = 0; at && hops < MOST_HOPS; hops++) {
    try {
      if (at.API) {
        return at.API;
      }
    } catch (foreign) {
      // A window of another host: its parent may be ours again.
    }
    if (at.parent === at) {
      return null;
    }
    at = at.parent;
  }
  return null;
}

function findApi() {
  const openers = [window.opener, window.top && window.top.opener];
  const starts = [window.parent === window ? null : window.parent, ...openers];
  return starts.reduce((found, start) => found || apiAround(start), null);
}

/** Calls the API; what it refuses is said with its own words. */
function call(name, ...values) {
  let trouble = "";
  try {
    if (String(api[name](...values)) === "true") {
      return true;
    }
    const code = String(api.LMSGetLastError());
    if (code === NOT_IMPLEMENTED && OPTIONAL.includes(values[0])) {
      return true;
    }
    trouble = `${name} ${values[0]}`.trim() + ` · ${code} ${api.LMSGetErrorString(code)}`;
  } catch (broken) {
    trouble = `${name} · ${broken}`;
  }
  tell(root.dataset.refused.replace("{0}", trouble));
  return false;
}

// 3.4.4: what is optional and not there is an empty text.
function read(element) {
  try {
    return String(api.LMSGetValue(element) ?? "");
  } catch (broken) {
    return "";
  }
}

/** CMITimespan, HHHH:MM:SS.SS, since the launch. */
function sessionTime() {
  const hundredths = Math.floor((Date.now() - begun) / 10);
  const two = (number) => String(number).padStart(2, "0");
  const seconds = Math.floor(hundredths / 100);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.min(9999, Math.floor(minutes / 60));
  return `${String(hours).padStart(4, "0")}:${two(minutes % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

function set(element, value) {
  if (sent[element] !== value) {
    sent[element] = value;
    call("LMSSetValue", element, value);
  }
}

/** Sends what changed; what must be said at every commit goes along. */
function commit() {
  clearTimeout(timer);
  timer = 0;
  for (const [element, value] of Object.entries(wanted)) {
    set(element, value);
  }
  set("cmi.core.session_time", sessionTime());
  set("cmi.core.exit", DONE.includes(wanted["cmi.core.lesson_status"]) ? "" : "suspend");
  call("LMSCommit", "");
}

/** The framed page hands over what it had put off. */
function flush() {
  try {
    platform.flush?.();
  } catch (gone) {
    // The page is no longer there: it handed over when it left.
  }
}

function flushAndCommit() {
  if (!over) {
    flush();
    if (timer) {
      commit();
    }
  }
}

function finish() {
  if (!over) {
    flush();
    commit();
    over = true;
    call("LMSFinish", "");
  }
}

/** A text, compressed, in the letters of base64url (RFC 4648, section 5). */
function pack(text) {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  return btoa(strFromU8(bytes, true)).replace(/[+/=]/g, (sign) => ({ "+": "-", "/": "_" })[sign] ?? "");
}

/** What was packed; "" for anything else. */
function unpack(packed) {
  try {
    const letters = packed.replace(/[-_]/g, (sign) => ({ "-": "+", _: "/" })[sign]);
    return strFromU8(inflateSync(strToU8(atob(letters), true)));
  } catch (foreign) {
    return "";
  }
}

function platformOf() {
  return {
    learnerId: read("cmi.core.student_id"),
    learnerName: read("cmi.core.student_name"),
    status: read("cmi.core.lesson_status"),
    score: read("cmi.core.score.raw"),
    mastery: read("cmi.student_data.mastery_score"),
    suspendData: read("cmi.suspend_data"),
    location: read("cmi.core.lesson_location"),
    // Marks of the session, for the pages that come one after the other: see mirador.web.platform.
    restored: false,
    partTold: false,
    flush: null,
    pack,
    unpack,
    save(score, status, suspendData, location) {
      if (over) {
        return;
      }
      Object.assign(this, { score: String(score), status, suspendData, location });
      wanted = {
        "cmi.core.score.raw": String(score),
        "cmi.core.score.min": "0",
        "cmi.core.score.max": "100",
        "cmi.core.lesson_status": status,
        "cmi.core.lesson_location": location,
        "cmi.suspend_data": suspendData,
      };
      clearTimeout(timer);
      timer = setTimeout(commit, COMMIT_AFTER);
    },
  };
}

let platform = null;

function begin() {
  api = findApi();
  if (!api) {
    tell(root.dataset.alone);
  } else if (call("LMSInitialize", "")) {
    platform = platformOf();
    window.miradorPlatform = platform;
    addEventListener("pagehide", finish);
    // A platform may take its API away before the page is hidden.
    addEventListener("beforeunload", flushAndCommit);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        flushAndCommit();
      }
    });
    // Back from the browser's memory the session is over: begin anew.
    addEventListener("pageshow", (event) => {
      if (event.persisted) {
        location.reload();
      }
    });
  }
  const pages = root.dataset.pages.split(" ");
  frame.src = pages.includes(platform?.location) ? platform.location : pages[0];
}

begin();

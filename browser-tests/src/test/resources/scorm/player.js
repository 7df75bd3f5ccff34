// A learning platform for the tests: scorm-again's API, with everything that is asked of it on record.
const NAMES = [
  "LMSInitialize",
  "LMSGetValue",
  "LMSSetValue",
  "LMSCommit",
  "LMSGetLastError",
  "LMSGetErrorString",
  "LMSGetDiagnostic",
  "LMSFinish",
];

/** What the course asked: [name, arguments, answer, error]. */
let calls = [];

/**
 * Opens the package.
 *
 * @param api what the course finds: "scorm-again", "none", or one that refuses: "start", "values"
 * @param data what the platform knows of the learner, as scorm-again loads it
 * @param address of the launch page
 */
function launch(api, data, address = "course/scorm.html") {
  offer(api, data);
  const frame = document.createElement("iframe");
  frame.id = "sco";
  frame.title = "Curso";
  frame.src = address;
  document.body.append(frame);
}

/** Opens the package in a window of its own: the API is then around the opener. */
function launchWindow(data) {
  offer("scorm-again", data);
  window.open("course/scorm.html");
}

function offer(api, data) {
  calls = [];
  delete window.API;
  if (api !== "none") {
    window.API = recorded(api === "scorm-again" ? player(data) : refusing(api));
  }
}

function player(data) {
  const api = new Scorm12API({ autocommit: false, strict_errors: true, logLevel: "WARN" });
  api.loadFromJSON(data);
  return api;
}

function refusing(what) {
  const answers = { LMSGetValue: "", LMSGetLastError: "101", LMSGetErrorString: "General Exception" };
  const refused = what === "start" ? ["LMSInitialize"] : ["LMSSetValue", "LMSCommit"];
  return Object.fromEntries(
    NAMES.map((name) => [name, () => (refused.includes(name) ? "false" : answers[name] ?? "true")])
  );
}

function recorded(api) {
  const record = (name) => (...values) => {
    const answer = api[name](...values);
    calls.push([name, values, String(answer), String(api.LMSGetLastError())]);
    return answer;
  };
  return Object.fromEntries(NAMES.map((name) => [name, record(name)]));
}

/** The learner leaves the course; the platform's page stays. */
function leave() {
  document.getElementById("sco").remove();
}

/** What was set last, by element. */
function values() {
  return Object.fromEntries(calls.filter(([name]) => name === "LMSSetValue").map(([, pair]) => pair));
}

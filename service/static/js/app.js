/**
 * The page: what the reader does, and what follows. Everything shown comes from `POST /v1/timelines`, as anybody can call it.
 */

import { byId, el } from "./dom.js";
import { offerExamples, textOf } from "./examples.js";
import { FORMATS, copy, curlCommand, save } from "./export.js";
import * as options from "./options.js";
import { showAnswer } from "./pointing.js";
import { clearProblem, refuse, showProblem } from "./problems.js";
import { ENDPOINT, languages, post } from "./service.js";
import { outcomeWords } from "./standing.js";

/** Milliseconds after which waiting gets words of its own. */
const SLOW = 4_000;

/** Pixels from which on article and timeline stand side by side, as in page.css. */
const SIDE_BY_SIDE = 800;

const form = byId("form");
const text = byId("text");
const reader = byId("reader");
const pane = byId("timeline");

/** The request under way. @type {AbortController|null} */
let request = null;
/** The body of the request whose answer is on the page. @type {Record<string, string>} */
let body = {};
/** The answer on the page. @type {ReturnType<typeof showAnswer>|null} */
let answer = null;
/** The example that was loaded last. @type {{name: string, text: string}|null} */
let loaded = null;

async function submit() {
  request?.abort();
  clearProblem();
  if (text.value.trim() === "") {
    refuse("text", "Paste an article first, or load one of the examples.");
    text.focus();
    return;
  }
  const own = new AbortController();
  request = own;
  const asked = options.requestBody(text.value, options.read());
  rememberOptions();
  waiting(true);
  const slow = setTimeout(() => say("Still reading. A long article takes a few seconds."), SLOW);
  try {
    const response = await post(asked, { signal: own.signal });
    const timeline = await response.json();
    if (request === own) show(asked, timeline);
  } catch (error) {
    if (request === own) fail(error);
  } finally {
    clearTimeout(slow);
    if (request === own) {
      request = null;
      waiting(false);
    }
  }
}

/** @param {boolean} on */
function waiting(on) {
  byId("progress").hidden = !on;
  byId("timeline-panel").setAttribute("aria-busy", String(on));
  pane.classList.toggle("stale", on);
  if (on) {
    say("Reading the article…");
    byId("progress").scrollIntoView({ block: "nearest" });
  }
}

/** @param {string} words */
function say(words) {
  byId("status").textContent = words;
}

/** @param {unknown} error */
function fail(error) {
  say("");
  if (showProblem(error)) {
    edit(false);
    form.querySelector("[aria-invalid]")?.focus();
  } else {
    byId("problem").scrollIntoView({ block: "nearest" });
  }
}

/**
 * @param {Record<string, string>} asked
 * @param {import("./service.js").Timeline} timeline
 */
function show(asked, timeline) {
  answer?.dismiss();
  answer = showAnswer(reader, pane, asked.text, timeline);
  body = asked;
  document.body.classList.add("answered");
  form.hidden = true;
  reader.hidden = false;
  reader.lang = timeline.document.language ?? "";
  reader.scrollTop = 0;
  byId("edit").hidden = false;
  byId("exports").hidden = false;
  byId("curl").hidden = true;
  say(outcomeWords(timeline));
  byId("timeline-panel").focus({ preventScroll: window.innerWidth >= SIDE_BY_SIDE });
}

/** Back to the form. @param {boolean} [focus] */
function edit(focus = true) {
  document.body.classList.remove("answered");
  form.hidden = false;
  reader.hidden = true;
  byId("edit").hidden = true;
  if (focus) text.focus();
}

function cancel() {
  request?.abort();
  request = null;
  waiting(false);
  say("Cancelled.");
}

async function copyCurl() {
  const command = curlCommand(new URL(ENDPOINT, document.baseURI).href, body);
  byId("curl").hidden = true;
  if (await copy(command)) {
    say("The curl command is on the clipboard.");
    return;
  }
  byId("curl").hidden = false;
  byId("curl-text").value = command;
  byId("curl-text").select();
}

/** @param {string} name */
async function download(name) {
  const { accept, file } = FORMATS[name];
  clearProblem();
  try {
    const response = await post(body, { accept });
    save(await response.blob(), file);
    say(`${file} is ready.`);
  } catch (error) {
    fail(error);
  }
}

/** Options go into the address, so that it can be shared; the text never does. */
function rememberOptions() {
  const example = loaded?.text === text.value ? loaded?.name ?? null : null;
  const fragment = options.toHash(options.read(), example);
  window.history.replaceState(null, "", fragment || window.location.pathname + window.location.search);
}

/** @param {import("./examples.js").Example} example */
async function loadExample(example) {
  clearProblem();
  try {
    text.value = await textOf(example);
  } catch (error) {
    fail(error);
    return;
  }
  loaded = { name: example.name, text: text.value };
  options.show({ published_at: "", document_type: "auto", title: "", ...example.options });
  rememberOptions();
  say(`Loaded “${example.title}”.`);
}

async function offerLanguages() {
  const control = byId("language");
  const listed = await languages();
  const chosen = control.value;
  control.replaceChildren(...listed.map(([code, name]) => el("option", { value: code }, name)));
  options.show({ language: chosen });
}

function offerTimezones() {
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
  byId("timezones").replaceChildren(...zones.map((zone) => el("option", { value: zone })));
}

function listen() {
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      if (request) cancel();
      else answer?.close();
    }
  });
  byId("edit").addEventListener("click", () => edit());
  byId("cancel").addEventListener("click", cancel);
  byId("copy-curl").addEventListener("click", copyCurl);
  for (const button of byId("exports").querySelectorAll("[data-format]")) {
    button.addEventListener("click", () => download(button.dataset.format));
  }
}

async function begin() {
  listen();
  offerTimezones();
  const given = options.fromHash(window.location.hash);
  options.show(given);
  const [examples] = await Promise.all([offerExamples(loadExample), offerLanguages()]);
  const example = examples.find(({ name }) => name === given.example);
  if (example) {
    await loadExample(example);
    options.show(given);
  } else if (given.language) {
    options.show({ language: given.language });
  }
}

begin();

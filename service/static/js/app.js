/**
 * The page: what the reader does, and what follows. Everything shown comes from `POST /v1/timelines`, as anybody can call it.
 */

import { drawArticle } from "./article.js";
import { byId, el, reveal } from "./dom.js";
import { FORMATS, copy, curlCommand, save } from "./export.js";
import * as options from "./options.js";
import { drawReading } from "./reading.js";
import { ENDPOINT, Failure, languages, post } from "./service.js";
import { drawTimeline } from "./timeline.js";
import { outcomeWords } from "./words.js";

/** Milliseconds after which waiting gets words of its own. */
const SLOW = 4_000;

const form = byId("form");
const text = byId("text");
const reader = byId("reader");
const pane = byId("timeline");

/** What is on the page now. */
const state = {
  /** @type {AbortController|null} the request under way */
  request: null,
  /** @type {Record<string, string>|null} the body of the request that was answered */
  body: null,
  /** @type {import("./service.js").Timeline|null} */
  timeline: null,
  /** @type {import("./article.js").ArticleView|null} */
  article: null,
  /** @type {Map<string, HTMLElement>} */
  cards: new Map(),
  /** @type {{event: string|null, timex: string|null}} what stays lit when nothing is pointed at */
  chosen: { event: null, timex: null },
  /** @type {{name: string, text: string}|null} the example that was loaded last */
  example: null,
};

// ---- asking ----------------------------------------------------------------------------------------------------------

async function submit() {
  state.request?.abort();
  clearProblem();
  if (text.value.trim() === "") {
    refuse("text", "Paste an article first, or load one of the examples.");
    text.focus();
    return;
  }
  const request = new AbortController();
  state.request = request;
  const body = options.requestBody(text.value, options.read());
  rememberOptions();
  waiting(true);
  const slow = setTimeout(() => say("Still reading. A long article takes a few seconds."), SLOW);
  try {
    const response = await post(body, { signal: request.signal });
    const timeline = await response.json();
    if (state.request === request) show(body, timeline);
  } catch (error) {
    if (state.request === request && !request.signal.aborted) fail(error);
  } finally {
    clearTimeout(slow);
    if (state.request === request) {
      state.request = null;
      waiting(false);
    }
  }
}

/** @param {boolean} on */
function waiting(on) {
  byId("progress").hidden = !on;
  byId("timeline-panel").setAttribute("aria-busy", String(on));
  pane.classList.toggle("stale", on);
  if (on) say("Reading the article…");
}

/** @param {string} words */
function say(words) {
  byId("status").textContent = words;
}

// ---- failing ---------------------------------------------------------------------------------------------------------

/** @param {unknown} error */
function fail(error) {
  const failure = error instanceof Failure ? error : new Failure("The answer could not be read", "The service sent something that this page does not understand.");
  say("");
  const strangers = failure.fields.filter(({ pointer, detail }) => !refuse(pointer.replace(/^\//, ""), detail));
  byId("problem").replaceChildren(el("div", { class: "problem" },
    el("h3", {}, failure.title),
    failure.detail ? el("p", {}, failure.detail) : null,
    failure.fields.length > strangers.length ? el("p", {}, "See the notes in the form.") : null,
    strangers.length > 0 ? el("ul", {}, ...strangers.map(({ pointer, detail }) => el("li", {}, `${pointer}: ${detail}`))) : null,
    failure.requestId ? el("p", { class: "help" }, "Request ", el("code", {}, failure.requestId)) : null));
  if (failure.fields.length > strangers.length) edit(false);
}

/**
 * Say beside its control what is wrong with a member of the request.
 * @param {string} name
 * @param {string} detail
 * @returns {boolean} false where the form has no such control
 */
function refuse(name, detail) {
  const control = document.getElementById(name);
  const note = document.getElementById(`${name}-problem`);
  if (!control || !note) return false;
  control.setAttribute("aria-invalid", "true");
  note.textContent = detail;
  note.hidden = false;
  const closed = control.closest("details");
  if (closed) closed.open = true;
  return true;
}

function clearProblem() {
  byId("problem").replaceChildren();
  for (const note of form.querySelectorAll(".field-problem")) note.hidden = true;
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

// ---- showing ---------------------------------------------------------------------------------------------------------

/**
 * @param {Record<string, string>} body
 * @param {import("./service.js").Timeline} timeline
 */
function show(body, timeline) {
  state.body = body;
  state.timeline = timeline;
  state.chosen = { event: null, timex: null };
  state.article = drawArticle(reader, body.text, timeline, chooseTimex);
  state.cards = drawTimeline(pane, timeline, body.text, { onEvent: chooseEvent, onTimex: goToTimex });
  document.body.classList.add("answered");
  form.hidden = true;
  reader.hidden = false;
  reader.scrollTop = 0;
  byId("edit").hidden = false;
  byId("exports").hidden = false;
  byId("curl").hidden = true;
  say(outcomeWords(timeline));
  byId("timeline-panel").focus({ preventScroll: window.innerWidth >= 800 });
}

/** Back to the form. @param {boolean} [focus] */
function edit(focus = true) {
  document.body.classList.remove("answered");
  form.hidden = false;
  reader.hidden = true;
  byId("edit").hidden = true;
  if (focus) text.focus();
}

// ---- pointing at things ----------------------------------------------------------------------------------------------

/** Light up an event's evidence, trigger and date in the article. @param {string|null} id */
function lightEvent(id) {
  const event = id && [...state.timeline.events, ...state.timeline.undated].find((each) => each.id === id);
  if (!event) return;
  const target = state.article.light([event.id], event.time?.timexes ?? []);
  lightCards([event.id]);
  if (target) reveal(reader, target);
}

/** Light up a date, and the events that it dates. @param {string} id */
function lightTimex(id) {
  const events = state.timeline.events.filter((event) => event.time?.timexes.includes(id)).map((event) => event.id);
  state.article.light([], [id]);
  lightCards(events);
}

/** @param {string[]} ids */
function lightCards(ids) {
  for (const [id, card] of state.cards) {
    card.classList.toggle("lit", ids.includes(id));
    card.closest(".row")?.classList.toggle("lit", ids.includes(id));
  }
}

/** Light up what was chosen last, or nothing. */
function settle() {
  if (!state.article) return;
  if (state.chosen.timex) lightTimex(state.chosen.timex);
  else if (state.chosen.event) lightEvent(state.chosen.event);
  else {
    state.article.light([], []);
    lightCards([]);
  }
}

/** Open an event, or close it again. @param {string} id */
function chooseEvent(id) {
  const open = state.chosen.event !== id;
  closeReading();
  closeEvent();
  if (open) {
    state.chosen.event = id;
    setOpen(id, true);
    const button = state.cards.get(id)?.querySelector(".headline");
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: "nearest" });
  }
  settle();
}

/** @param {string} id @param {boolean} open */
function setOpen(id, open) {
  const card = state.cards.get(id);
  card?.querySelector(".headline")?.setAttribute("aria-expanded", String(open));
  const details = card?.querySelector(".details");
  if (details) details.hidden = !open;
}

function closeEvent() {
  if (state.chosen.event) setOpen(state.chosen.event, false);
  state.chosen.event = null;
}

/** Show the reading of a date below its paragraph, or close it again. @param {string} id */
function chooseTimex(id) {
  const open = state.chosen.timex !== id;
  closeReading();
  closeEvent();
  const mark = state.article?.marks.get(id);
  const timex = state.timeline?.timexes.find((each) => each.id === id);
  if (open && mark && timex) {
    state.chosen.timex = id;
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-controls", "reading");
    const note = drawReading(timex, state.timeline, {
      onEvent: chooseEvent,
      onTimex: goToTimex,
      onClose: () => { closeReading(); mark.focus(); settle(); },
    });
    mark.closest("p").after(note);
    reveal(reader, note);
  }
  settle();
}

/** Open a date's reading and move there. @param {string} id */
function goToTimex(id) {
  if (state.chosen.timex !== id) chooseTimex(id);
  const mark = state.article?.marks.get(id);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: "nearest" });
}

function closeReading() {
  const mark = state.chosen.timex && state.article?.marks.get(state.chosen.timex);
  if (mark) {
    mark.setAttribute("aria-expanded", "false");
    mark.removeAttribute("aria-controls");
  }
  document.getElementById("reading")?.remove();
  state.chosen.timex = null;
}

// ---- taking away -----------------------------------------------------------------------------------------------------

async function copyCurl() {
  const command = curlCommand(new URL(ENDPOINT, document.baseURI).href, state.body);
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
    const response = await post(state.body, { accept });
    save(await response.blob(), file);
    say(`${file} is ready.`);
  } catch (error) {
    fail(error);
  }
}

// ---- the address and the examples ------------------------------------------------------------------------------------

/** Options go into the address, so that it can be shared; the text never does. */
function rememberOptions() {
  const example = state.example?.text === text.value ? state.example.name : null;
  const fragment = options.toHash(options.read(), example);
  window.history.replaceState(null, "", fragment || window.location.pathname + window.location.search);
}

/** @param {{name: string, title: string, about: string, options: Record<string, string>}} example */
async function loadExample(example) {
  try {
    const response = await fetch(`static/examples/${example.name}.txt`);
    if (!response.ok) throw new Error(String(response.status));
    text.value = (await response.text()).trim();
  } catch {
    fail(new Failure("The example could not be loaded", "Try again in a moment, or paste a text of your own."));
    return;
  }
  state.example = { name: example.name, text: text.value };
  options.show({ published_at: "", document_type: "auto", ...example.options });
  clearProblem();
  rememberOptions();
  say(`Loaded “${example.title}”.`);
}

async function offerExamples() {
  const response = await fetch("static/examples/index.json").catch(() => null);
  const examples = response?.ok ? await response.json() : [];
  byId("examples").replaceChildren(...examples.map((example) =>
    el("li", {}, el("button", { type: "button", class: "example", click: () => loadExample(example) },
      el("strong", {}, example.title), " ", el("span", {}, example.about)))));
  return examples;
}

async function offerLanguages() {
  const listed = await languages();
  byId("language").replaceChildren(...listed.map(([code, name]) => el("option", { value: code }, name)));
}

function offerTimezones() {
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
  byId("timezones").replaceChildren(...zones.map((zone) => el("option", { value: zone })));
}

// ---- beginning -------------------------------------------------------------------------------------------------------

function listen() {
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); }
    if (event.key === "Escape") escape();
  });
  byId("edit").addEventListener("click", () => edit());
  byId("cancel").addEventListener("click", cancel);
  byId("copy-curl").addEventListener("click", copyCurl);
  for (const button of byId("exports").querySelectorAll("[data-format]")) {
    button.addEventListener("click", () => download(button.dataset.format));
  }
  for (const [start, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    pane.addEventListener(start, (event) => { const id = eventAt(event.target); if (id) lightEvent(id); });
    reader.addEventListener(start, (event) => { const mark = event.target.closest("[data-timex]"); if (mark) lightTimex(mark.dataset.timex); });
    pane.addEventListener(end, settle);
    reader.addEventListener(end, settle);
  }
}

/** The event whose card or row holds `node`. @param {Element} node @returns {string|undefined} */
function eventAt(node) {
  return node.closest("[data-event]")?.dataset.event ?? node.closest(".row")?.querySelector("[data-event]")?.dataset.event;
}

function cancel() {
  state.request?.abort();
  state.request = null;
  waiting(false);
  say("Cancelled.");
}

function escape() {
  if (state.request) { cancel(); return; }
  const mark = state.chosen.timex && state.article?.marks.get(state.chosen.timex);
  closeReading();
  closeEvent();
  mark?.focus();
  settle();
}

async function begin() {
  listen();
  offerTimezones();
  const given = options.fromHash(window.location.hash);
  const [examples] = await Promise.all([offerExamples(), offerLanguages()]);
  const example = examples.find(({ name }) => name === given.example);
  if (example) await loadExample(example);
  options.show(given);
}

begin();

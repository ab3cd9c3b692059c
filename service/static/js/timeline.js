/**
 * The timeline: events on a vertical axis of time, what is still to come, and what has no date.
 */

import { parse } from "./dates.js";
import { el, icon } from "./dom.js";
import { layOut, sections } from "./layout.js";
import { BASIS, groundsWords, standing } from "./standing.js";
import { boundsWords, qualifierWords, whenWords } from "./words.js";

/** @typedef {import("./service.js").Timeline} Timeline */
/** @typedef {import("./service.js").TimelineEvent} TimelineEvent */
/** @typedef {import("./layout.js").Row} Row */
/** @typedef {{onEvent: (id: string) => void, onTimex: (id: string) => void}} Actions */
/** @typedef {{timeline: Timeline, text: string, actions: Actions, drawn: Map<string, HTMLElement>}} Context */

/**
 * Draw the timeline into `pane`.
 * @param {HTMLElement} pane
 * @param {Timeline} timeline
 * @param {string} text the article
 * @param {Actions} actions what to do when an event, or the date of one, is activated
 * @returns {Map<string, HTMLElement>} the element of each event, by its id
 */
export function drawTimeline(pane, timeline, text, actions) {
  /** @type {Map<string, HTMLElement>} */
  const drawn = new Map();
  const { past, future } = sections(timeline.events);
  const context = { timeline, text, actions, drawn };
  pane.replaceChildren(...[
    el("p", { class: "help" }, groundsWords(timeline)),
    warningList(timeline),
    past.length + future.length > 0 ? legend() : null,
    past.length > 0 ? el("h3", { class: "unseen" }, "What happened") : null,
    past.length > 0 ? axis(past, context, "What happened, earliest first") : null,
    future.length > 0 ? futureHead(future, timeline) : null,
    future.length > 0 ? axis(future, context, "Planned or possible") : null,
    timeline.undated.length > 0 ? undatedList(timeline.undated, context) : null,
    timeline.events.length + timeline.undated.length === 0 ? nothing() : null,
  ].filter((node) => node !== null));
  return drawn;
}

/** @param {Timeline} timeline */
function warningList({ warnings }) {
  if (warnings.length === 0) return null;
  return el("ul", { class: "warnings", "aria-label": "Warnings", role: "list" },
    ...warnings.map((warning) => el("li", {}, icon("warning"), el("span", {}, warning.detail))));
}

function nothing() {
  return el("p", { class: "empty" },
    "Nothing in this article could be read as an event. Articles that tell what people did, and when, work best.");
}

/**
 * What parts plans and maybes from what happened: the publication, where all of them come after it.
 * @param {TimelineEvent[]} events
 * @param {Timeline} timeline
 */
function futureHead(events, { document: { published_at: published } }) {
  const ahead = published && events.every(({ time }) => !time?.end || time.end > published);
  return el("div", { class: "publication" },
    ahead && el("p", {}, `Published ${boundsWords({ start: published, end: published })}`),
    el("h3", {}, "Planned or possible"));
}

/**
 * @param {TimelineEvent[]} events
 * @param {Context} context
 * @param {string} label
 */
function axis(events, context, label) {
  const rows = layOut(events, context.timeline.document.published_at);
  const list = el("ol", { class: "axis", role: "list", "aria-label": label }, ...rows.map((row, index) => axisRow(row, index, context, rows[index - 1]?.event)));
  // Rows and lanes are the only thing that the style sheet cannot know; properties set by script obey the policy.
  list.style.setProperty("--lanes", String(Math.max(0, ...rows.map((row) => row.lane))));
  list.style.setProperty("--rows", String(rows.length));
  return list;
}

/**
 * @param {Row} row
 * @param {number} index
 * @param {Context} context
 * @param {TimelineEvent} [before] the event of the row before
 */
function axisRow(row, index, context, before) {
  const published = context.timeline.document.published_at;
  const again = before !== undefined && sameWords(row.event, before, published);
  const item = el("li", { class: `row${again ? " again" : ""}`, role: "listitem" },
    el("p", { class: `gap gap-${row.step}${row.gap ? " told" : ""}` }, row.gap),
    el("span", { class: "line", "aria-hidden": "true" }),
    shape(row),
    whenBlock(row.event, published),
    card(row.event, context));
  item.style.setProperty("--row", String(index));
  item.style.setProperty("--last", String(row.last));
  item.style.setProperty("--lane", String(row.lane));
  return item;
}

/** The point or bar on the axis. The words beside it say the same. @param {Row} row */
function shape(row) {
  const classes = [row.shape, kindOf(row.event), row.event.time?.extent ?? "within"];
  if (row.event.time?.approximate) classes.push("approximate");
  if (row.openStart) classes.push("open-start");
  if (row.openEnd) classes.push("open-end");
  if (row.cut) classes.push("cut");
  if (row.lane > 0) classes.push("long");
  return el("span", { class: `shape ${classes.join(" ")}`, "aria-hidden": "true" });
}

/** The one class that decides an event's shape. @param {TimelineEvent} event */
function kindOf({ factuality: { status, polarity, disputed_by: deniers } }) {
  if (status === "denied" || polarity === "negative") return "is-denied";
  if (status === "scheduled") return "is-planned";
  if (status === "hypothetical") return "is-hypothetical";
  return deniers?.length > 0 ? "is-disputed" : "is-plain";
}

/** A time that breaks between its two ends, not within a date. @param {string} words */
const unbroken = (words) => words.replace(/(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d)/g, "\u00a0").replace(/(?<=\d)–(?=\d)/g, "–\u2060");

/** Would two rows say the same of their times? @param {TimelineEvent} a @param {TimelineEvent} b @param {string|null} published */
const sameWords = (a, b, published) =>
  whenWords(a, published) === whenWords(b, published) && `${qualifierWords(a, published)}` === `${qualifierWords(b, published)}`;

/** @param {TimelineEvent} event @param {string|null} published */
function whenBlock(event, published) {
  const { time } = event;
  if (!time) return null;
  const a = parse(time.start);
  const stamp = a && time.start === time.end && a.year > 0 ? time.start : null;
  const words = whenWords(event, published);
  const qualifiers = qualifierWords(event, published);
  return el("div", { class: "when" },
    stamp ? el("time", { datetime: stamp }, unbroken(words)) : el("span", { class: "time" }, unbroken(words)),
    " ",
    qualifiers.length > 0 ? el("span", { class: "qualifier" }, qualifiers.join(", ")) : null);
}

/**
 * @param {TimelineEvent} event
 * @param {Context} context
 */
function card(event, { timeline, text, actions, drawn }) {
  const labels = standing(event);
  const details = el("div", { class: "details", id: `details-${event.id}`, hidden: true }, ...detailBlocks(event, timeline, text, actions));
  const node = el("article", { class: `card role-${event.role}`, id: event.id, "data-event": event.id },
    el("h4", {},
      el("button", {
        type: "button", class: "headline", dir: "auto", lang: timeline.document.language, "aria-expanded": "false", "aria-controls": details.id,
        click: () => actions.onEvent(event.id),
      }, event.headline)),
    labels.length > 0 || event.role === "background" ? labelList(labels, event.role) : null,
    details);
  drawn.set(event.id, node);
  return node;
}

/** @param {{kind: string, words: string}[]} labels @param {string} role */
function labelList(labels, role) {
  return el("ul", { class: "labels", role: "list" },
    ...labels.map(({ kind, words }) => el("li", { class: `label label-${kind}` }, icon(kind), el("span", { dir: "auto" }, words))),
    role === "background" ? el("li", { class: "label label-background" }, "Background") : null);
}

/**
 * What an event shows when it is opened.
 * @param {TimelineEvent} event
 * @param {Timeline} timeline
 * @param {string} text
 * @param {Actions} actions
 */
function detailBlocks(event, timeline, text, actions) {
  const dates = timeline.timexes.filter((timex) => event.time?.timexes.includes(timex.id));
  const names = new Map([...timeline.events, ...timeline.undated].map((other) => [other.id, other.headline]));
  const related = event.relations.filter((relation) => names.has(relation.event));
  return [
    el("blockquote", { dir: "auto", lang: timeline.document.language }, ...quotation(event, text)),
    el("dl", {},
      ...fact("Dated by", dates.length > 0 && el("span", {}, ...dates.map((timex) =>
        el("button", { type: "button", class: "link", dir: "auto", click: () => actions.onTimex(timex.id) }, `“${timex.text}”`)))),
      ...fact("How", event.time && BASIS[event.time.basis]),
      ...fact("EDTF", event.time && el("code", {}, event.time.edtf)),
      ...related.flatMap((relation) => fact(`In the text, ${relation.type.replaceAll("_", " ")}`,
        el("button", { type: "button", class: "link", dir: "auto", click: () => actions.onEvent(relation.event) }, names.get(relation.event)))),
      ...fact("Confidence", typeof event.confidence === "number" && `${Math.round(event.confidence * 100)} %`)),
  ];
}

/** A term and its description, nothing where there is none. @param {string} term @param {Node|string|null|false|undefined} description */
function fact(term, description) {
  return description ? [el("dt", {}, term), el("dd", {}, description)] : [];
}

/** The evidence with its trigger marked. @param {TimelineEvent} event @param {string} text */
function quotation({ evidence, trigger }, text) {
  if (trigger.start < evidence.start || trigger.end > evidence.end) return [evidence.text];
  return [
    text.slice(evidence.start, trigger.start),
    el("strong", {}, text.slice(trigger.start, trigger.end)),
    text.slice(trigger.end, evidence.end),
  ];
}

/** @param {TimelineEvent[]} events @param {Context} context */
function undatedList(events, context) {
  return el("section", { class: "undated", "aria-labelledby": "undated-heading" },
    el("h3", { id: "undated-heading" }, "Undated"),
    el("p", { class: "help" }, "The article does not say when. In the order of the text."),
    el("ul", { role: "list" }, ...events.map((event) => el("li", {}, card(event, context)))));
}

function legend() {
  const shapes = [
    ["point is-plain within", "an exact day"],
    ["bar is-plain within", "at some time within the bar"],
    ["bar is-plain throughout", "all the time of the bar"],
    ["bar is-plain throughout open-end", "no end is given (or no beginning)"],
    ["point is-disputed within", "disputed"],
    ["point is-planned within", "planned"],
    ["point is-hypothetical within", "hypothetical"],
    ["point is-denied within", "denied, or did not happen"],
  ];
  return el("details", { class: "legend" },
    el("summary", {}, "How to read it"),
    el("ul", { role: "list" }, ...shapes.map(([classes, words]) =>
      el("li", {}, el("span", { class: `shape ${classes}`, "aria-hidden": "true" }), words))),
    el("p", { class: "help" },
      "Rows stand in the order of time, not to scale: a longer gap gets a little more room, and the words on the axis say how long it is. ",
      "A bar runs past every row that begins before it ends."));
}

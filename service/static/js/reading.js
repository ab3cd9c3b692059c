/**
 * The reading of one date: what it was taken to mean, by which rule, counted from where, and which events it dates.
 */

import { el } from "./dom.js";
import { modifierWords, valueWords } from "./values.js";
import { boundsWords } from "./words.js";

/** @type {Record<string, string>} */
const TYPES = { DATE: "date", TIME: "time of day", DURATION: "duration", SET: "repetition" };

/**
 * A note to be set below the paragraph that holds the date.
 * @param {import("./service.js").Timex} timex
 * @param {import("./service.js").Timeline} timeline
 * @param {{onEvent: (id: string) => void, onTimex: (id: string) => void, onClose: () => void}} actions
 * @returns {HTMLElement}
 */
export function drawReading(timex, timeline, { onEvent, onTimex, onClose }) {
  const dated = timeline.events.filter((event) => event.time?.timexes.includes(timex.id));
  /** @type {([string, Node|string]|null)[]} */
  const facts = [
    ["Value", el("span", {}, el("code", {}, timex.value), ` ${TYPES[timex.type] ?? timex.type}`)],
    timex.mod ? ["Modifier", el("span", {}, el("code", {}, timex.mod), ` ${modifierWords(timex.mod)}`)] : null,
    timex.quant || timex.freq ? ["Repeats", [timex.quant, timex.freq].filter(Boolean).join(" ")] : null,
    ["Bounds", boundsLine(timex)],
    ["Counted from", anchorLine(timex, timeline, onTimex)],
    ["Rule", el("code", {}, timex.rule)],
    ["Dates", dated.length === 0 ? "no event of the timeline" : eventList(dated, onEvent)],
  ];
  return el("section", { class: "reading", id: "reading", "aria-label": `Reading of “${timex.text}”` },
    el("p", { class: "reading-head" }, el("q", { dir: "auto" }, timex.text), ` is read as ${valueWords(timex)}`),
    el("dl", {}, ...facts.flatMap((fact) => (fact ? [el("dt", {}, fact[0]), el("dd", {}, fact[1])] : []))),
    el("button", { type: "button", class: "quiet", click: onClose }, "Close"),
  );
}

/** @param {import("./service.js").Timex} timex */
function boundsLine({ earliest, latest }) {
  if (!earliest && !latest) return "none";
  if (earliest === latest) return earliest ?? "none";
  return `${earliest ?? "open"} to ${latest ?? "open"}`;
}

/**
 * @param {import("./service.js").Timex} timex
 * @param {import("./service.js").Timeline} timeline
 * @param {(id: string) => void} onTimex
 */
function anchorLine({ anchor }, timeline, onTimex) {
  if (!anchor) return "nothing; it stands by itself";
  if (anchor === "published_at") {
    const { published_at: date, published_at_source: source } = timeline.document;
    const words = date ? boundsWords({ start: date, end: date }) : "not known";
    return `the publication, ${words}${source === "text" ? " (found in the text)" : ""}`;
  }
  const other = timeline.timexes.find((timex) => timex.id === anchor);
  if (!other) return anchor;
  return el("button", { type: "button", class: "link", click: () => onTimex(other.id) }, `“${other.text}”`);
}

/** @param {import("./service.js").TimelineEvent[]} events @param {(id: string) => void} onEvent */
function eventList(events, onEvent) {
  return el("ul", { role: "list" }, ...events.map((event) =>
    el("li", {}, el("button", { type: "button", class: "link", dir: "auto", click: () => onEvent(event.id) }, event.headline))));
}

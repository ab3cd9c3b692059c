/**
 * The article as it was sent, with its dates marked. Each stretch of text between two borders of marks is an element of its own,
 * so that evidence, trigger and date can light up wherever they overlap.
 */

import { el } from "./dom.js";

/** @typedef {import("./service.js").Timeline} Timeline */
/** @typedef {import("./service.js").TimelineEvent} TimelineEvent */
/** @typedef {{start: number, end: number, node: HTMLElement}} Piece */

/**
 * @typedef {object} ArticleView
 * @property {Map<string, HTMLElement>} marks the mark of each timex, by its id
 * @property {(events: TimelineEvent[], timexes: string[]) => HTMLElement|null} light light up these and nothing else; gives what to look at
 */

/**
 * Draw the article into `pane`.
 * @param {HTMLElement} pane
 * @param {string} text exactly as it was sent
 * @param {Timeline} timeline
 * @param {(timex: string) => void} onTimex called when a mark is activated
 * @returns {ArticleView}
 */
export function drawArticle(pane, text, timeline, onTimex) {
  const events = [...timeline.events, ...timeline.undated];
  const marks = new Map();
  /** @type {Piece[]} */
  const pieces = [];
  const timexes = withoutOverlap(timeline.timexes);
  const borders = bordersOf([...events.flatMap((event) => [event.evidence, event.trigger]), ...timexes]);
  const ranges = paragraphsOf(text);
  const firstLine = ranges[0]?.[0];
  const paragraphs = ranges.map(([from, to]) => {
    const paragraph = el("p", { dir: "auto", class: from === firstLine && isHeadline(text.slice(from, to)) ? "headline-line" : null });
    const inside = timexes.filter((timex) => timex.start < to && timex.end > from);
    let at = from;
    for (const timex of inside) {
      addPieces(paragraph, text, at, timex.start, borders, pieces);
      const mark = timexMark(timex, onTimex);
      addPieces(mark, text, Math.max(timex.start, from), Math.min(timex.end, to), borders, pieces);
      paragraph.append(mark);
      if (!marks.has(timex.id)) marks.set(timex.id, mark);
      at = Math.min(timex.end, to);
    }
    addPieces(paragraph, text, at, to, borders, pieces);
    return paragraph;
  });
  pane.replaceChildren(...paragraphs);
  return { marks, light: (lit, dates) => lightUp(pieces, marks, lit, dates) };
}

/** Does the first line look like one? It is set larger, no more. @param {string} line */
const isHeadline = (line) => line.length <= 120 && !/[.!?…]["”’]?\s*$/.test(line);

/** @param {import("./service.js").Timex} timex @param {(timex: string) => void} onTimex */
function timexMark(timex, onTimex) {
  const open = () => onTimex(timex.id);
  // A <button> cannot break over two lines; a date of several words has to.
  return el("span", {
    class: "timex", role: "button", tabindex: "0", "aria-expanded": "false", "data-timex": timex.id, click: open,
    keydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    },
  });
}

/** @param {import("./service.js").Timex[]} timexes in text order */
function withoutOverlap(timexes) {
  let end = 0;
  return timexes.filter((timex) => {
    const fits = timex.start >= end;
    if (fits) end = timex.end;
    return fits;
  });
}

/** Sorted offsets at which some span begins or ends. @param {{start: number, end: number}[]} spans */
function bordersOf(spans) {
  return [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
}

/**
 * Start and end of each paragraph. Blank lines part paragraphs; where there are none, every line is one.
 * @param {string} text
 * @returns {[number, number][]}
 */
function paragraphsOf(text) {
  const parted = /\n[ \t]*\n/.test(text) ? /[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g : /[^\n]*\S[^\n]*/g;
  return [...text.matchAll(parted)].map((match) => [match.index, match.index + match[0].length]);
}

/**
 * Append text[from:to] to `parent`, cut at the borders.
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {number[]} borders
 * @param {Piece[]} pieces
 */
function addPieces(parent, text, from, to, borders, pieces) {
  let at = from;
  for (let index = firstAfter(borders, from); at < to; index += 1) {
    const next = Math.min(borders[index] ?? to, to);
    const node = el("span", {}, text.slice(at, next));
    pieces.push({ start: at, end: next, node });
    parent.append(node);
    at = next;
  }
}

/** Index of the first border beyond `offset`. @param {number[]} borders @param {number} offset */
function firstAfter(borders, offset) {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Light up these events and dates, and put out all others.
 * @param {Piece[]} pieces
 * @param {Map<string, HTMLElement>} marks
 * @param {TimelineEvent[]} events
 * @param {string[]} timexes
 * @returns {HTMLElement|null} what to look at: the trigger, else the evidence, else the date
 */
function lightUp(pieces, marks, events, timexes) {
  /** @type {HTMLElement|undefined} */
  let trigger;
  /** @type {HTMLElement|undefined} */
  let evidence;
  for (const piece of pieces) {
    const isEvidence = events.some((event) => covers(event.evidence, piece));
    const isTrigger = events.some((event) => covers(event.trigger, piece));
    piece.node.classList.toggle("evidence", isEvidence);
    piece.node.classList.toggle("trigger", isTrigger);
    if (isEvidence) evidence ??= piece.node;
    if (isTrigger) trigger ??= piece.node;
  }
  for (const [id, mark] of marks) mark.classList.toggle("lit", timexes.includes(id));
  return trigger ?? evidence ?? marks.get(timexes[0]) ?? null;
}

/** @param {{start: number, end: number}} span @param {Piece} piece */
const covers = (span, piece) => span.start <= piece.start && span.end >= piece.end;

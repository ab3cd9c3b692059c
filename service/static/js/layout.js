/**
 * Where things stand on the axis. Pure: events in, rows and lanes out.
 *
 * The axis is ordinal: a row an event, in the order of the answer, so that a day can stand beside a century. A bar runs
 * from its event's row down to the last row that begins before the bar's end. The distance between two rows grows with
 * the logarithm of the time between them, and says in words what it stands for.
 */

import { dayNumber, parse, sameDay } from "./dates.js";
import { gapWords, openToNow } from "./words.js";

/** Bars that run over several rows stand side by side in this many lanes; one that finds none free is cut to its own row. */
export const LANES = 4;

/** Days below which a gap next to an approximate time is not put into words. */
const ROUGH = 14;

/**
 * @typedef {object} Row
 * @property {import("./service.js").TimelineEvent} event
 * @property {"point"|"bar"} shape a point is one day or less
 * @property {boolean} openStart
 * @property {boolean} openEnd
 * @property {number} last index of the last row that the bar runs through
 * @property {number} lane 0 is the axis itself
 * @property {boolean} cut the bar runs on, but no lane was free to show it
 * @property {string} gap words for the time since the row before, or ""
 * @property {number} step 0 to 5, how much room the gap gets
 */

/**
 * @typedef {{start: number|null, begun: number|null, end: number|null, exact: boolean}} Bounds in days; `begun` is the last day on
 *   which it can have begun
 */

/** Days between which something that lasted can have begun, by the precision of its time. @type {Record<string, number>} */
const GRAINS = { decade: 3652, year: 364, season: 91, quarter: 91, month: 30, week: 6 };

/** @param {import("./service.js").TimelineEvent} event @param {string|null} published @returns {Bounds} */
function boundsOf(event, published) {
  const a = parse(event.time?.start);
  const b = parse(event.time?.end);
  const exact = a !== null && b !== null && sameDay(a, b);
  const end = openToNow(event.time, published) ? null : b && dayNumber(b);
  const start = a && dayNumber(a);
  const grain = GRAINS[event.time?.precision ?? ""] ?? 0;
  const begun = event.time?.extent === "throughout" && start !== null ? start + grain : end;
  return { start, begun, end, exact };
}

/**
 * Rows for dated events in chronological order.
 * @param {import("./service.js").TimelineEvent[]} events
 * @param {string|null} [published] what lasts until then is drawn without an end
 * @returns {Row[]}
 */
export function layOut(events, published = null) {
  const bounds = events.map((event) => boundsOf(event, published));
  /** The row at which each lane becomes free again. */
  const free = new Array(LANES + 1).fill(0);
  return events.map((event, index) => {
    const own = bounds[index];
    const last = own.exact ? index : lastRow(event, index, bounds);
    const lane = last === index ? 0 : free.findIndex((row, at) => at > 0 && row <= index);
    if (lane > 0) free[lane] = last + 1;
    const cut = lane < 0;
    const [least, most] = index === 0 ? [0, 0] : daysBetween(bounds[index - 1], own);
    return {
      event,
      shape: own.exact ? "point" : "bar",
      openStart: own.start === null,
      openEnd: own.end === null,
      last: cut ? index : last,
      lane: Math.max(lane, 0),
      cut,
      gap: most < ROUGH && (event.time?.approximate || events[index - 1]?.time?.approximate) ? "" : gapWords(least, most),
      step: least < 2 ? 0 : Math.min(5, Math.ceil(Math.log10(least))),
    };
  });
}

/**
 * @param {import("./service.js").TimelineEvent} event
 * @param {number} index
 * @param {Bounds[]} bounds
 */
function lastRow(event, index, bounds) {
  const { start, end } = bounds[index];
  if (start === null) return index;
  if (end === null) return event.time?.extent === "throughout" ? bounds.length - 1 : index;
  let last = index;
  while (last + 1 < bounds.length && (bounds[last + 1].start ?? bounds[last + 1].end ?? Infinity) <= end) last += 1;
  return last;
}

/**
 * Days from the beginning of one event to that of the next, at least and at most; [0, 0] where the one may be the other.
 * @param {Bounds} before
 * @param {Bounds} own
 * @returns {[number, number]}
 */
function daysBetween(before, own) {
  if (before.begun === null || own.start === null || own.start <= before.begun) return [0, 0];
  const most = Math.floor(own.begun ?? Infinity) - Math.floor(before.start ?? before.begun);
  return [Math.floor(own.start) - Math.floor(before.begun), most];
}

/**
 * The events in the sections of the page: what has happened, and the tail of plans and maybes.
 * @param {import("./service.js").TimelineEvent[]} events in chronological order, what has not happened yet last
 * @returns {{past: import("./service.js").TimelineEvent[], future: import("./service.js").TimelineEvent[]}}
 */
export function sections(events) {
  let cut = events.length;
  while (cut > 0 && ["scheduled", "hypothetical"].includes(events[cut - 1].factuality.status)) cut -= 1;
  return { past: events.slice(0, cut), future: events.slice(cut) };
}

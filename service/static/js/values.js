/**
 * TIMEX3 values and modifiers in plain words.
 */

import { boundsWords } from "./words.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * A TIMEX3 value in words; the value itself where there is nothing plainer to say.
 * @param {import("./service.js").Timex} timex
 * @returns {string}
 */
export function valueWords(timex) {
  const { type, value } = timex;
  if (value === "PAST_REF") return "some time in the past, left vague";
  if (value === "FUTURE_REF") return "some time in the future, left vague";
  if (value === "PRESENT_REF") return "the present, left vague";
  if (type === "DURATION") return `a length of time: ${durationWords(value)}`;
  if (type === "SET") return `something that repeats: ${setWords(timex)}`;
  if (timex.earliest || timex.latest) return boundsWords({ start: timex.earliest, end: timex.latest, precision: grainOf(value) });
  return "a date that the article leaves incomplete";
}

/** The precision that a TIMEX3 value is written with. @param {string} value */
function grainOf(value) {
  if (/^-?\d{2}$/.test(value)) return "century";
  if (/^-?\d{3}$/.test(value)) return "decade";
  if (/T(\d\d(:00)?|[A-Z]{2})(Z|[+-]\d\d:\d\d)?$/.test(value)) return "hour";
  if (/T\d\d:\d\d:\d\d/.test(value)) return "second";
  if (/-W\d\d$/.test(value)) return "week";
  if (/-Q\d$/.test(value)) return "quarter";
  if (/-(SP|SU|FA|WI)$/.test(value)) return "season";
  return /^-?\d{4}$/.test(value) ? "year" : /^-?\d{4}-\d\d$/.test(value) ? "month" : "day";
}

/** @type {Record<string, string>} */
const UNITS = { Y: "year", M: "month", W: "week", D: "day", DE: "decade", CE: "century", ML: "millennium", Q: "quarter", WE: "weekend" };
/** @type {Record<string, string>} */
const CLOCK_UNITS = { H: "hour", M: "minute", S: "second" };
/** @type {Record<string, string>} */
const PLURALS = { century: "centuries", millennium: "millennia" };

/** @param {string} value an ISO 8601 or TIMEX3 duration */
function durationWords(value) {
  const match = /^P(T?)([\d.]+|X+)([A-Z]+)$/.exec(value);
  const unit = match && (match[1] ? CLOCK_UNITS : UNITS)[match[3]];
  if (!match || !unit) return value;
  const many = PLURALS[unit] ?? `${unit}s`;
  if (match[2].startsWith("X")) return `an unknown number of ${many}`;
  return `${match[2]} ${match[2] === "1" ? unit : many}`;
}

/** @param {import("./service.js").Timex} timex */
function setWords({ value, text, quant }) {
  const day = /^XXXX-WXX-(\d)$/.exec(value);
  if (day && DAYS[Number(day[1]) - 1]) return `every ${DAYS[Number(day[1]) - 1]}`;
  const unit = /^P1([A-Z]+)$/.exec(value);
  if (unit && UNITS[unit[1]]) return `${(quant ?? "every").toLowerCase()} ${UNITS[unit[1]]}`;
  return `“${text}”`;
}

/** @type {Record<string, string>} */
const MODIFIERS = {
  START: "its beginning", MID: "its middle", END: "its end", APPROX: "approximately", BEFORE: "before it", AFTER: "after it",
  ON_OR_BEFORE: "not after it", ON_OR_AFTER: "not before it", LESS_THAN: "less than that", MORE_THAN: "more than that",
  EQUAL_OR_LESS: "at most that", EQUAL_OR_MORE: "at least that",
};

/** A TIMEX3 `mod` in words. @param {string} mod */
export const modifierWords = (mod) => MODIFIERS[mod] ?? mod;

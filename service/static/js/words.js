/**
 * Times in plain words: "1–10 November 2024", "by 23 March 2025", "since February 2022".
 */

import { dayNumber, endsMonth, endsYear, parse, sameDay, startsMonth, startsYear, weekday } from "./dates.js";

/** @typedef {import("./dates.js").Moment} Moment */

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
/** @type {Record<number, string>} */
const SEASONS = { 3: "spring", 6: "summer", 9: "autumn", 12: "winter" };
/** @type {Record<number, string>} */
const QUARTERS = { 1: "first", 4: "second", 7: "third", 10: "fourth" };

/** Before this year a weekday reckoned backwards may not be the one that people used. */
const WEEKDAYS_FROM = 1923;

/**
 * A year as people write it: 1492, AD 79, 44 BC.
 * @param {number} year astronomical
 */
export function yearWords(year) {
  if (year <= 0) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
}

/** @param {Moment} m */
const monthWords = (m) => `${MONTHS[m.month - 1]} ${yearWords(m.year)}`;

/** @param {Moment} m */
function dayWords(m) {
  const day = `${m.day} ${monthWords(m)}`;
  if (m.time === null) return day;
  return `${day}, ${m.time}${m.zone === "Z" ? " UTC" : m.zone ? ` (UTC${m.zone})` : ""}`;
}

/**
 * The stretch from `a` to `b`, both inclusive, by the calendar's own name where it has one.
 * @param {Moment} a
 * @param {Moment} b
 * @param {string} precision
 */
function stretchWords(a, b, precision) {
  if (sameDay(a, b)) return sameDayWords(a, b);
  if (startsYear(a) && endsYear(b)) return yearsWords(a.year, b.year, precision);
  if (startsMonth(a) && endsMonth(b)) return monthsWords(a, b, precision);
  if (precision === "week" && dayNumber(b) - dayNumber(a) === 6) return `week of ${dayWords(a)}`;
  if (a.time || b.time) return `${dayWords(a)} – ${dayWords(b)}`;
  if (a.year !== b.year) return `${dayWords(a)} – ${dayWords(b)}`;
  if (a.month !== b.month) return `${a.day} ${MONTHS[a.month - 1]} – ${dayWords(b)}`;
  return `${a.day}–${dayWords(b)}`;
}

/** @param {Moment} a @param {Moment} b */
function sameDayWords(a, b) {
  if (a.time === null || b.time === null || a.time === b.time) return dayWords(a);
  return `${dayWords({ ...a, zone: "" })}–${b.time}${a.zone === "Z" ? " UTC" : a.zone ? ` (UTC${a.zone})` : ""}`;
}

/** Hours between which the parts of a day lie. @type {Record<string, string>} */
const PARTS = {
  "05-11": "in the morning", "11-13": "around midday", "12-17": "in the afternoon", "06-17": "in the daytime",
  "17-23": "in the evening", "18-23": "at night", "18-05": "at night",
};

/**
 * A part of a day, where that is what was told; "" where it was not.
 * @param {string|null|undefined} start
 * @param {string|null|undefined} end
 * @param {string} precision
 */
function partOfDay(start, end, precision) {
  const a = parse(start);
  const b = parse(end);
  if (precision !== "hour" || !a?.time?.endsWith(":00") || !b?.time?.endsWith(":59:59")) return "";
  const days = Math.floor(dayNumber(b)) - Math.floor(dayNumber(a));
  const part = days === Number(a.time > b.time) && PARTS[`${a.time.slice(0, 2)}-${b.time.slice(0, 2)}`];
  return part ? `${dayWords({ ...a, time: null })}, ${part}` : "";
}

/**
 * A moment with a clock time no finer than it was told: "5 p.m." is 17:00, though it is not over before 17:59:59.
 * @param {Moment|null} m
 * @param {string} precision
 */
function told(m, precision) {
  if (!m?.time || precision === "second") return m;
  return { ...m, time: precision === "hour" ? `${m.time.slice(0, 2)}:00` : m.time.slice(0, 5) };
}

/** @param {number} a @param {number} b @param {string} precision */
function yearsWords(a, b, precision) {
  if (a === b) return yearWords(a);
  if (precision === "decade" && b - a === 9 && a >= 1000) return `the ${a}s`;
  if (precision === "century" && b - a === 99) return centuryWords(a + 50);
  if (a <= 0 && b <= 0) return `${1 - a}–${1 - b} BC`;
  return a > 0 && a < 1000 && b < 1000 ? `AD ${a}–${b}` : `${yearWords(a)}–${yearWords(b)}`;
}

/** @param {number} year a year well inside the century */
function centuryWords(year) {
  const before = year <= 0;
  const number = Math.ceil((before ? 1 - year : year) / 100);
  const tail = number % 100 > 10 && number % 100 < 14 ? "th" : ["th", "st", "nd", "rd"][number % 10] ?? "th";
  return `the ${number}${tail} century${before ? " BC" : ""}`;
}

/** @param {Moment} a @param {Moment} b @param {string} precision */
function monthsWords(a, b, precision) {
  const months = (b.year - a.year) * 12 + b.month - a.month + 1;
  if (months === 1) return monthWords(a);
  if (months === 3 && precision === "season" && SEASONS[a.month]) {
    return `${SEASONS[a.month]} ${yearWords(a.year)}${a.year === b.year ? "" : `–${String(b.year).slice(-2)}`}`;
  }
  if (months === 3 && precision === "quarter" && QUARTERS[a.month]) return `${QUARTERS[a.month]} quarter of ${yearWords(a.year)}`;
  return a.year === b.year ? `${MONTHS[a.month - 1]}–${monthWords(b)}` : `${monthWords(a)} – ${monthWords(b)}`;
}

/**
 * The first moment of something, no finer than it was told: "February 2022" for 2022-02-01 at the grain of a month.
 * @param {Moment} m
 * @param {string} precision
 */
function fromWords(m, precision) {
  if (startsMonth(m) && precision === "season" && SEASONS[m.month]) return `${SEASONS[m.month]} ${yearWords(m.year)}`;
  if (startsYear(m) && ["year", "decade", "century"].includes(precision)) return yearWords(m.year);
  if (startsMonth(m) && ["month", "season", "quarter"].includes(precision)) return monthWords(m);
  return dayWords(m);
}

/** @param {Moment} m */
function untilWords(m) {
  if (endsYear(m)) return `the end of ${yearWords(m.year)}`;
  return endsMonth(m) ? `the end of ${monthWords(m)}` : dayWords(m);
}

/**
 * Bounds in words.
 * @param {{start?: string|null, end?: string|null, extent?: string, precision?: string}} time inclusive ISO 8601 bounds, null is open
 * @returns {string}
 */
export function boundsWords({ start, end, extent = "within", precision = "unknown" }) {
  const part = partOfDay(start, end, precision);
  if (part) return part;
  const a = told(parse(start), precision);
  const b = told(parse(end), precision);
  if (a && b) return stretchWords(a, b, precision);
  if (a) return extent === "throughout" ? `since ${fromWords(a, precision)}` : `${fromWords(a, precision)} or later`;
  if (b) return extent === "throughout" ? `until ${untilWords(b)}` : `by ${untilWords(b)}`;
  return "time not known";
}

/**
 * When an event was, in words. What lasts up to the publication is "since"; what is planned for some time from then on is "by".
 * @param {import("./service.js").TimelineEvent} event
 * @param {string|null} published
 * @returns {string}
 */
export function whenWords({ time, factuality }, published) {
  if (!time) return boundsWords({});
  if (openToNow(time, published)) return boundsWords({ ...time, end: null });
  const ahead = ["scheduled", "hypothetical"].includes(factuality.status);
  if (ahead && time.extent === "within" && time.end && time.end !== time.start && published && dayOf(time.start) === dayOf(published)) {
    return boundsWords({ ...time, start: null });
  }
  return boundsWords(time);
}

/**
 * Is the publication all that bounds this time above? So it is with what still lasts, and with what came after something else.
 * @param {import("./service.js").EventTime|null} time
 * @param {string|null} published
 */
export function openToNow(time, published) {
  if (!time || !published || !time.start || time.start === time.end || dayOf(time.end) !== dayOf(published)) return false;
  return time.extent === "throughout" || time.basis === "relation" || time.basis === "document";
}

/** The calendar day of a date or date-time. @param {string|null} iso */
const dayOf = (iso) => iso?.split("T")[0];

/**
 * What has to be said about a time besides its bounds: the weekday of an exact day, or how far the bounds can be trusted.
 * @param {import("./service.js").TimelineEvent} event
 * @param {string|null} published
 * @returns {string[]}
 */
export function qualifierWords({ time, factuality }, published) {
  if (!time) return [];
  const a = parse(time.start);
  const b = parse(time.end);
  const said = [];
  const open = openToNow(time, published);
  const ahead = ["scheduled", "hypothetical"].includes(factuality.status);
  if (a && b && sameDay(a, b)) {
    if (a.year >= WEEKDAYS_FROM && !time.approximate) said.push(weekday(a));
  } else if (time.extent === "throughout") {
    if (a && b && !open) said.push("throughout");
  } else if (a && b && !time.approximate && !ahead && !open) {
    said.push("day not given");
  }
  if (time.approximate) said.push("approximately");
  return said;
}

/**
 * How long after the one before something came.
 * @param {number} least days, at least
 * @param {number} most days, at most; the same where both days are known
 * @returns {string} empty where there is no gap to speak of, or where doubt outweighs it
 */
export function gapWords(least, most) {
  if (least < 1 || most > 2 * least) return "";
  if (most < 2) return "the next day";
  const days = Math.round((least + most) / 2);
  const about = least === most ? "" : "about ";
  if (days < 14) return `${about}${days} days later`;
  const [length, unit] = days < 60 ? [7, "weeks"] : days < 730 ? [30.44, "months"] : [365.2425, "years"];
  const number = Math.round(days / length);
  const rounded = number >= 1000 ? Math.round(number / 10) * 10 : number;
  return `${days % length === 0 ? about : "about "}${rounded.toLocaleString("en")} ${unit} later`;
}

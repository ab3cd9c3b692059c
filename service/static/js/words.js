/**
 * Times in plain words: "1–10 November 2024", "by 23 March 2025", "since February 2022".
 */

import { dayNumber, endsMonth, endsYear, parse, sameDay, startsMonth, startsYear, weekday } from "./dates.js";

/** @typedef {import("./dates.js").Moment} Moment */

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const SEASONS = { 3: "spring", 6: "summer", 9: "autumn", 12: "winter" };
const QUARTERS = { 1: "first", 4: "second", 7: "third", 10: "fourth" };
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

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
  return `${dayWords({ ...a, zone: "" })}–${throughTime(b.time)}${a.zone === "Z" ? " UTC" : a.zone ? ` (UTC${a.zone})` : ""}`;
}

/** A clock time that ends a stretch: up to and with 11:59:59 is until 12:00. @param {string} time */
function throughTime(time) {
  const [hours, minutes, seconds] = time.split(":").map(Number);
  if (seconds !== 59) return time;
  const next = hours * 60 + minutes + 1;
  return `${String(Math.floor(next / 60)).padStart(2, "0")}:${String(next % 60).padStart(2, "0")}`;
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
  const a = parse(start);
  const b = parse(end);
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
  if (ahead && time.extent === "within" && time.end !== time.start && published && dayOf(time.start) === dayOf(published)) {
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
    if (a.year >= WEEKDAYS_FROM) said.push(weekday(a));
  } else if (time.extent === "throughout") {
    if (a && b && !open) said.push("throughout");
  } else if (a && b && !time.approximate && !ahead && !open) {
    said.push("day not given");
  }
  if (time.approximate) said.push("approximately");
  return said;
}

/** How a time was arrived at, in words. @type {Record<string, string>} */
export const BASIS = {
  explicit: "The article gives the date.",
  relative: "Reckoned from another date.",
  relation: "Placed by what it comes before or after.",
  document: "Bounded by the publication date only.",
};

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
  if (/-W\d\d$/.test(value)) return "week";
  if (/-Q\d$/.test(value)) return "quarter";
  if (/-(SP|SU|FA|WI)$/.test(value)) return "season";
  return /^-?\d{4}$/.test(value) ? "year" : /^-?\d{4}-\d\d$/.test(value) ? "month" : "day";
}

const UNITS = { Y: "year", M: "month", W: "week", D: "day", DE: "decade", CE: "century", ML: "millennium", Q: "quarter", WE: "weekend" };
const CLOCK_UNITS = { H: "hour", M: "minute", S: "second" };
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

const MODIFIERS = {
  START: "its beginning", MID: "its middle", END: "its end", APPROX: "approximately", BEFORE: "before it", AFTER: "after it",
  ON_OR_BEFORE: "not after it", ON_OR_AFTER: "not before it", LESS_THAN: "less than that", MORE_THAN: "more than that",
  EQUAL_OR_LESS: "at most that", EQUAL_OR_MORE: "at least that",
};

/** A TIMEX3 `mod` in words. @param {string} mod */
export const modifierWords = (mod) => MODIFIERS[mod] ?? mod;

/** A name as it stands within a sentence: an article at its head loses its capital. @param {string} name */
const inSentence = (name) => name.replace(/^(A|An|The)(?= )/, (article) => article.toLowerCase());

/**
 * How the article stands to an event, as labels; none for what it plainly asserts.
 * @param {import("./service.js").TimelineEvent} event
 * @returns {{kind: string, words: string}[]} `kind` names the icon and the class
 */
export function standing({ factuality }) {
  const { status, polarity, certainty, source, disputed_by: deniers = [] } = factuality;
  const negative = polarity === "negative";
  const labels = [];
  if (status === "ongoing") labels.push({ kind: "ongoing", words: "Ongoing" });
  if (status === "scheduled") labels.push({ kind: "planned", words: negative ? "Will not happen" : "Planned" });
  if (status === "hypothetical") labels.push({ kind: "hypothetical", words: "Hypothetical" });
  if (status === "denied") labels.push({ kind: "denied", words: "Denied" });
  if (negative && status !== "scheduled") labels.push({ kind: "negative", words: "Did not happen" });
  if (source) labels.push({ kind: "quote", words: `According to ${inSentence(source)}` });
  if (deniers.length > 0) labels.push({ kind: "disputed", words: `Disputed by ${deniers.map(inSentence).join(", ")}` });
  if (certainty && certainty !== "certain") labels.push({ kind: "unsure", words: certainty === "possible" ? "Possible" : "Probable" });
  return labels;
}

/**
 * The outcome in one sentence, for the status line.
 * @param {import("./service.js").Timeline} timeline
 */
export function outcomeWords({ events, undated, timexes, warnings }) {
  if (events.length + undated.length === 0) {
    return timexes.length === 0 ? "No events and no dates were found in this article." : `No events were found; ${count(timexes.length, "date")} marked in the article.`;
  }
  const parts = [`${count(events.length, "event")} in order`];
  if (undated.length > 0) parts.push(`${undated.length} undated`);
  if (warnings.length > 0) parts.push(count(warnings.length, "warning"));
  return `${parts.join(", ")}.`;
}

/**
 * What the reading rests on: the kind of article, and the date that everything else is counted from.
 * @param {import("./service.js").Timeline} timeline
 */
export function groundsWords({ document: { document_type: kind, published_at: date, published_at_source: source } }) {
  const read = `Read as ${kind === "narrative" ? "a narrative" : "news"}`;
  if (!date) return `${read}, without a publication date.`;
  return `${read}, published ${boundsWords({ start: date, end: date })}${source === "text" ? ", a date found in the text" : ""}.`;
}

/** @param {number} number @param {string} noun */
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

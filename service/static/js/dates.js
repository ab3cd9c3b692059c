/**
 * ISO 8601 dates as numbers. Years are astronomical (44 BC is -43), as the service writes them; `Date` alone cannot say them all.
 */

/**
 * @typedef {{year: number, month: number, day: number, time: string|null, zone: string}} Moment
 *   `time` is "14:30" or "14:30:05", null for a whole day; `zone` is "", "Z" or "+02:00"
 */

const ISO = /^([+-]?\d{4,6})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * @param {string|null|undefined} iso
 * @returns {Moment|null} null where there is no date in it
 */
export function parse(iso) {
  const match = ISO.exec(iso ?? "");
  if (!match) return null;
  const [, year, month, day, time, zone] = match;
  const clock = time ? time.replace(/^(\d\d:\d\d):00$/, "$1") : null;
  return { year: Number(year), month: Number(month), day: Number(day), time: clock, zone: zone ?? "" };
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, with the time of day as a fraction.
 * @param {Moment} moment
 * @returns {number}
 */
export function dayNumber({ year, month, day, time }) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const [hours = 0, minutes = 0] = (time ?? "").split(":").map(Number);
  return Math.round(date.getTime() / 86_400_000) + (hours * 60 + minutes) / 1440;
}

/**
 * The number of days in a month.
 * @param {number} year
 * @param {number} month 1 to 12
 */
export function monthLength(year, month) {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** Monday to Sunday, in words. @param {Moment} moment */
export function weekday(moment) {
  const names = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
  return names[((Math.floor(dayNumber(moment)) % 7) + 7) % 7];
}

/** @param {Moment} a @param {Moment} b */
export const sameDay = (a, b) => a.year === b.year && a.month === b.month && a.day === b.day;

/** Is it the first day of its month? @param {Moment} m */
export const startsMonth = (m) => m.day === 1 && m.time === null;

/** Is it the last day of its month? @param {Moment} m */
export const endsMonth = (m) => m.day === monthLength(m.year, m.month) && m.time === null;

/** @param {Moment} m */
export const startsYear = (m) => startsMonth(m) && m.month === 1;

/** @param {Moment} m */
export const endsYear = (m) => endsMonth(m) && m.month === 12;

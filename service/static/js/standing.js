/**
 * How the article stands to what it tells, and what the whole reading rests on, in words.
 */

import { boundsWords } from "./words.js";

/** How a time was arrived at, in words. @type {Record<string, string>} */
export const BASIS = {
  explicit: "The article gives the date.",
  relative: "Reckoned from another date.",
  relation: "Placed by what it comes before or after.",
  document: "Bounded by the publication date only.",
};

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
  // A plan is no more than probable, and a hypothesis no more than possible: that goes without saying.
  const implied = status === "scheduled" ? "probable" : status === "hypothetical" ? "possible" : null;
  if (certainty && certainty !== "certain" && certainty !== implied) labels.push({ kind: "unsure", words: certainty === "possible" ? "Possible" : "Probable" });
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

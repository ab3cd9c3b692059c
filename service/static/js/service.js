/**
 * The conversation with the service: one request at a time, and every way in which it can fail, in words.
 */

/**
 * @typedef {{text: string, start: number, end: number}} Span offsets are UTF-16 code units of the text that was sent
 * @typedef {{start: string|null, end: string|null, extent: "within"|"throughout", precision: string, approximate: boolean,
 *   edtf: string, basis: string, timexes: string[]}} EventTime
 * @typedef {{status: string, polarity: string, certainty: string, source: string|null, disputed_by: string[]}} Factuality
 * @typedef {{id: string, headline: string, trigger: Span, time: EventTime|null, factuality: Factuality, evidence: Span,
 *   role: string, relations: {type: string, event: string}[], confidence: number}} TimelineEvent
 * @typedef {Span & {id: string, type: string, value: string, mod?: string|null, quant?: string|null, freq?: string|null,
 *   earliest?: string|null, latest?: string|null, anchor?: string|null, rule: string}} Timex
 * @typedef {{document: Record<string, any>, events: TimelineEvent[], undated: TimelineEvent[], timexes: Timex[],
 *   warnings: {code?: string, detail: string}[]}} Timeline
 */

/** Relative to the page, so that the service can live below a path of a larger site. */
export const ENDPOINT = "v1/timelines";

/** Milliseconds after which a silent service is given up; it answers 503 itself long before. */
export const PATIENCE = 90_000;

/** What went wrong, told to the reader. */
export class Failure extends Error {
  /**
   * @param {string} title
   * @param {string} detail
   * @param {{pointer: string, detail: string}[]} [fields] the members of the request that were refused
   * @param {string|null} [requestId]
   */
  constructor(title, detail, fields = [], requestId = null) {
    super(title);
    this.title = title;
    this.detail = detail;
    this.fields = fields;
    this.requestId = requestId;
  }
}

/**
 * Post the request and hand back the answer. Rejects with a {@link Failure}, or with an `AbortError` once `signal` is aborted.
 * @param {Record<string, unknown>} body
 * @param {{accept?: string, signal?: AbortSignal}} [how]
 * @returns {Promise<Response>}
 */
export async function post(body, { accept = "application/json", signal } = {}) {
  const patience = AbortSignal.timeout(PATIENCE);
  let response;
  try {
    response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: accept },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    if (patience.aborted) {
      throw new Failure("The service did not answer", "It has been silent for a minute and a half. Try again, or try a shorter article.");
    }
    throw new Failure("The service cannot be reached", "The connection failed before an answer came. Check that you are online, then try again.");
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}

/**
 * A problem document (RFC 9457) as a failure; anything else that is not a success gets words of its own.
 * @param {Response} response
 * @returns {Promise<Failure>}
 */
async function failureOf(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const id = response.headers.get("X-Request-ID");
  const problem = type.includes("json") ? await response.json().catch(() => null) : null;
  const wait = response.headers.get("Retry-After");
  const later = wait && /^\d+$/.test(wait) ? `Try again in ${wait === "1" ? "a second" : `${wait} seconds`}.` : "";
  if (problem && typeof problem === "object") {
    const title = typeof problem.title === "string" ? problem.title : `The service answered ${response.status}`;
    const detail = [typeof problem.detail === "string" ? problem.detail : "", later].filter(Boolean).join(" ");
    return new Failure(title, detail, Array.isArray(problem.errors) ? problem.errors : [], problem.request_id ?? id);
  }
  const title = `The service answered ${response.status}`;
  const detail = response.status >= 500
    ? `Something failed on the other side; your text is still here. ${later || "Try again in a moment."}`
    : "It did not say why. Check the options, then try again.";
  return new Failure(title, detail, [], id);
}

/**
 * The languages that the service reads, as pairs of code and name; only English where it does not say.
 * @returns {Promise<[string, string][]>}
 */
export async function languages() {
  /** @type {[string, string][]} */
  const english = [["en", "English"]];
  try {
    const response = await fetch("v1/languages", { headers: { Accept: "application/json" } });
    const answer = response.ok ? await response.json() : null;
    const listed = Array.isArray(answer) ? answer : answer?.languages;
    if (!Array.isArray(listed) || listed.length === 0) return english;
    return listed.map((entry) => [entry.code, entry.events === false ? `${nameOf(entry)} (dates only)` : nameOf(entry)]);
  } catch {
    return english;
  }
}

/** @param {{code: string, name?: string}} entry @returns {string} */
function nameOf(entry) {
  if (entry.name) return entry.name;
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(entry.code) ?? entry.code;
  } catch {
    return entry.code;
  }
}

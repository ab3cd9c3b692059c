/**
 * The options of a request: in the form, in the address, in the body that is posted. The article's text is never in the address.
 */

import { byId } from "./dom.js";

/**
 * Option and the value that goes without saying. The form has a control of the same id for each.
 * @type {Record<string, string>}
 */
const DEFAULTS = { published_at: "", document_type: "auto", detail: "main", timezone: "", language: "en", title: "" };

/** Options that are of the article, and stay out of the address like its text. */
const PRIVATE = ["title"];

export const NAMES = Object.keys(DEFAULTS);
const SHARED = NAMES.filter((name) => !PRIVATE.includes(name));

/**
 * @typedef {Record<string, string>} Options
 */

/** The options as they stand in the form. @returns {Options} */
export function read() {
  const options = Object.fromEntries(NAMES.map((name) => [name, byId(name).value.trim()]));
  const time = byId("published_time").value;
  if (options.published_at && time) options.published_at += `T${time}`;
  return options;
}

/**
 * Put options into the form; a select keeps its value where it does not offer the new one.
 * @param {Options} options
 */
export function show(options) {
  for (const name of NAMES) {
    if (!(name in options)) continue;
    const control = byId(name);
    if (name === "published_at") {
      [control.value, byId("published_time").value] = [...options[name].split("T"), ""];
      continue;
    }
    if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === options[name])) continue;
    control.value = options[name];
  }
  const folded = ["detail", "timezone", "language", "title"].some((name) => byId(name).value !== DEFAULTS[name]);
  if (folded || byId("published_time").value) byId("more").open = true;
}

/**
 * The options that an address carries: those known here, and `example`.
 * @param {string} hash with or without its `#`
 * @returns {Options}
 */
export function fromHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  return Object.fromEntries([...SHARED, "example"].filter((name) => given.has(name)).map((name) => [name, given.get(name) ?? ""]));
}

/**
 * The fragment for these options; empty where all is as usual.
 * @param {Options} options
 * @param {string|null} example name of the example that is loaded unchanged
 * @returns {string}
 */
export function toHash(options, example) {
  const said = new URLSearchParams();
  if (example) said.set("example", example);
  for (const name of SHARED) if (options[name] !== DEFAULTS[name]) said.set(name, options[name]);
  const fragment = said.toString();
  return fragment ? `#${fragment}` : "";
}

/**
 * The body of the request. Offsets are asked for in UTF-16 code units, as JavaScript counts them.
 * @param {string} text
 * @param {Options} options
 * @returns {Record<string, string>}
 */
export function requestBody(text, options) {
  // A lone surrogate cannot be sent as UTF-8; its replacement is as long, so no offset moves.
  /** @type {Record<string, string>} */
  const body = { text: text.toWellFormed ? text.toWellFormed() : text };
  for (const name of NAMES) if (options[name] !== DEFAULTS[name]) body[name] = options[name];
  return { ...body, offset_unit: "utf16" };
}

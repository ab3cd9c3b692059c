/**
 * The articles that were written for this page.
 */

import { byId, el } from "./dom.js";
import { Failure } from "./service.js";

/** @typedef {{name: string, title: string, about: string, options: Record<string, string>}} Example */

/**
 * Offer the examples; where they cannot be had, the page does without.
 * @param {(example: Example) => void} onChoice
 * @returns {Promise<Example[]>}
 */
export async function offerExamples(onChoice) {
  const response = await fetch("static/examples/index.json").catch(() => null);
  /** @type {Example[]} */
  const examples = response?.ok ? await response.json() : [];
  byId("examples").replaceChildren(...examples.map((example) =>
    el("li", {}, el("button", { type: "button", class: "example", click: () => onChoice(example) },
      el("strong", {}, example.title), " ", el("span", {}, example.about)))));
  return examples;
}

/**
 * The text of an example. Rejects with a {@link Failure} where it cannot be had.
 * @param {Example} example
 * @returns {Promise<string>}
 */
export async function textOf(example) {
  const response = await fetch(`static/examples/${example.name}.txt`).catch(() => null);
  if (!response?.ok) throw new Failure("The example could not be loaded", "Try again in a moment, or paste a text of your own.");
  return (await response.text()).trim();
}

/**
 * What went wrong, where the reader will see it: beside the control that is to blame, or above the timeline.
 */

import { byId, el } from "./dom.js";
import { Failure } from "./service.js";

/**
 * Show a failure.
 * @param {unknown} error
 * @returns {boolean} whether a control of the form is to blame
 */
export function showProblem(error) {
  const failure = error instanceof Failure ? error
    : new Failure("The answer could not be read", "The service sent something that this page does not understand.");
  const strangers = failure.fields.filter(({ pointer, detail }) => !refuse(pointer.replace(/^\//, ""), detail));
  const inForm = failure.fields.length > strangers.length;
  byId("problem").replaceChildren(el("div", { class: "problem" },
    el("h3", {}, failure.title),
    failure.detail && el("p", {}, failure.detail),
    inForm && el("p", {}, "See the notes in the form."),
    strangers.length > 0 && el("ul", {}, ...strangers.map(({ pointer, detail }) => el("li", {}, `${pointer}: ${detail}`))),
    failure.requestId && el("p", { class: "help" }, "Request ", el("code", {}, failure.requestId))));
  return inForm;
}

/**
 * Say beside its control what is wrong with a member of the request.
 * @param {string} name
 * @param {string} detail
 * @returns {boolean} false where the form has no such control
 */
export function refuse(name, detail) {
  const control = document.getElementById(name);
  const note = document.getElementById(`${name}-problem`);
  if (!control || !note) return false;
  control.setAttribute("aria-invalid", "true");
  note.textContent = detail;
  note.hidden = false;
  control.closest("details")?.setAttribute("open", "");
  return true;
}

/** Take back all that was said. */
export function clearProblem() {
  byId("problem").replaceChildren();
  for (const note of byId("form").querySelectorAll(".field-problem")) note.hidden = true;
  for (const control of byId("form").querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

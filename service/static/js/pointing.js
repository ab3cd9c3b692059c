/**
 * An answer on the page: article and timeline side by side, and what lights up where when something is pointed at, focused or opened.
 */

import { drawArticle } from "./article.js";
import { reveal } from "./dom.js";
import { drawReading } from "./reading.js";
import { drawTimeline } from "./timeline.js";

/** @typedef {{event: string|null, timex: string|null}} Chosen what stays lit when nothing is pointed at */

/**
 * Draw an answer, and listen until it is dismissed.
 * @param {HTMLElement} reader where the article goes
 * @param {HTMLElement} pane where the timeline goes
 * @param {string} text the article as it was sent
 * @param {import("./service.js").Timeline} timeline
 * @returns {{close: () => void, dismiss: () => void}} `close` what is open, `dismiss` the answer
 */
export function showAnswer(reader, pane, text, timeline) {
  const events = new Map([...timeline.events, ...timeline.undated].map((event) => [event.id, event]));
  const article = drawArticle(reader, text, timeline, chooseTimex);
  const cards = drawTimeline(pane, timeline, text, { onEvent: chooseEvent, onTimex: goToTimex });
  const listening = new AbortController();
  /** @type {Chosen} */
  const chosen = { event: null, timex: null };

  /** Light up an event's evidence, trigger and date in the article. @param {string} id */
  function lightEvent(id) {
    const event = events.get(id);
    if (!event) return;
    const target = article.light([event], event.time?.timexes ?? []);
    lightCards([id]);
    if (target) reveal(reader, target);
  }

  /** Light up a date, and the events that it dates. @param {string} id */
  function lightTimex(id) {
    article.light([], [id]);
    lightCards(timeline.events.filter((event) => event.time?.timexes.includes(id)).map((event) => event.id));
  }

  /** @param {string[]} ids */
  function lightCards(ids) {
    for (const [id, card] of cards) {
      card.classList.toggle("lit", ids.includes(id));
      card.closest(".row")?.classList.toggle("lit", ids.includes(id));
    }
  }

  /** Light up what was chosen last, or nothing. */
  function settle() {
    if (chosen.timex) lightTimex(chosen.timex);
    else if (chosen.event) lightEvent(chosen.event);
    else {
      article.light([], []);
      lightCards([]);
    }
  }

  /** Open an event, or close it again. @param {string} id */
  function chooseEvent(id) {
    const opening = chosen.event !== id;
    closeAll();
    if (opening) {
      chosen.event = id;
      const headline = setOpen(id, true);
      headline?.focus({ preventScroll: true });
      headline?.scrollIntoView({ block: "nearest" });
    }
    settle();
  }

  /** @param {string} id @param {boolean} open @returns {HTMLElement|null} the headline */
  function setOpen(id, open) {
    const card = cards.get(id);
    const headline = /** @type {HTMLElement|null} */ (card?.querySelector(".headline") ?? null);
    headline?.setAttribute("aria-expanded", String(open));
    card?.querySelector(".details")?.toggleAttribute("hidden", !open);
    return headline;
  }

  /** Show the reading of a date below its paragraph, or close it again. @param {string} id */
  function chooseTimex(id) {
    const opening = chosen.timex !== id;
    closeAll();
    const mark = article.marks.get(id);
    const timex = timeline.timexes.find((each) => each.id === id);
    if (opening && mark && timex) {
      chosen.timex = id;
      mark.setAttribute("aria-expanded", "true");
      mark.setAttribute("aria-controls", "reading");
      const note = drawReading(timex, timeline, { onEvent: chooseEvent, onTimex: goToTimex, onClose: close });
      mark.closest("p")?.after(note);
      reveal(reader, note);
    }
    settle();
  }

  /** Open a date's reading and move there. @param {string} id */
  function goToTimex(id) {
    if (chosen.timex !== id) chooseTimex(id);
    const mark = article.marks.get(id);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: "nearest" });
  }

  function closeAll() {
    if (chosen.event) setOpen(chosen.event, false);
    const mark = chosen.timex ? article.marks.get(chosen.timex) : undefined;
    mark?.setAttribute("aria-expanded", "false");
    mark?.removeAttribute("aria-controls");
    document.getElementById("reading")?.remove();
    chosen.event = null;
    chosen.timex = null;
  }

  /** Close what is open; the focus goes back to the date that it was opened from. */
  function close() {
    const mark = chosen.timex ? article.marks.get(chosen.timex) : undefined;
    closeAll();
    mark?.focus();
    settle();
  }

  for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    const { signal } = listening;
    pane.addEventListener(begin, (event) => {
      const id = eventAt(/** @type {Element} */ (event.target));
      if (id) lightEvent(id);
    }, { signal });
    reader.addEventListener(begin, (event) => {
      const mark = /** @type {Element} */ (event.target).closest("[data-timex]");
      if (mark) lightTimex(mark.getAttribute("data-timex") ?? "");
    }, { signal });
    pane.addEventListener(end, settle, { signal });
    reader.addEventListener(end, settle, { signal });
  }
  return { close, dismiss: () => listening.abort() };
}

/** The event whose card or row holds `node`. @param {Element} node @returns {string|null} */
function eventAt(node) {
  const card = node.closest("[data-event]") ?? node.closest(".row")?.querySelector("[data-event]");
  return card?.getAttribute("data-event") ?? null;
}

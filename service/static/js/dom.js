/**
 * Building elements. Text becomes text nodes, never markup: an article full of tags is shown as it was written.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * One element. A function among the attributes is an event listener; null, undefined and false are left out.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 * @param {...(Node | string | null | undefined | false | 0)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flatMap((child) => (child instanceof Node || (typeof child === "string" && child !== "") ? [child] : [])));
  return node;
}

/**
 * An icon of the sprite in the page. It is decoration: the words beside it say the same.
 * @param {string} name the part of the symbol's id after `i-`
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/**
 * The element with this id, which the page is known to have.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`the page has no element #${id}`);
  return node;
}

/**
 * Scroll `pane` (and nothing around it) until `target` is in sight; if the pane does not scroll by itself, do nothing.
 * @param {HTMLElement} pane
 * @param {Element} target
 */
export function reveal(pane, target) {
  if (pane.scrollHeight <= pane.clientHeight) return;
  const outer = pane.getBoundingClientRect();
  const inner = target.getBoundingClientRect();
  if (inner.top >= outer.top + 24 && inner.bottom <= outer.bottom - 24) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollBy({ top: inner.top - outer.top - pane.clientHeight / 3, behavior: calm ? "auto" : "smooth" });
}

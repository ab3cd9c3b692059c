/**
 * The request and its answers, to take away: a curl command, and files.
 */

/** Bytes of one argument that every Linux takes (MAX_ARG_STRLEN is 131,072). */
const ARGUMENT_LIMIT = 100_000;

/** Format: what to ask for in `Accept`, and what to call the file. @type {Record<string, {accept: string, file: string}>} */
export const FORMATS = {
  json: { accept: "application/json", file: "timeline.json" },
  csv: { accept: "text/csv", file: "timeline.csv" },
  html: { accept: "text/html", file: "timeline.html" },
  ics: { accept: "text/calendar", file: "timeline.ics" },
};

/**
 * A word that a POSIX shell reads back as `text`, whatever is in it.
 * @param {string} text
 */
export function shellQuote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The request as a curl command. A body that is too long for an argument goes through a here-document.
 * @param {string} url
 * @param {Record<string, unknown>} body
 */
export function curlCommand(url, body) {
  const json = JSON.stringify(body);
  const head = `curl ${shellQuote(url)} -H 'Content-Type: application/json'`;
  if (new TextEncoder().encode(json).length < ARGUMENT_LIMIT) return `${head} --data-binary ${shellQuote(json)}`;
  // JSON on one line begins with a brace, so no line of it can be the delimiter.
  return `${head} --data-binary @- <<'JSON'\n${json}\nJSON`;
}

/**
 * Hand a file to the reader.
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Put text on the clipboard.
 * @param {string} text
 * @returns {Promise<boolean>} false where the browser does not allow it (an insecure origin, a refusal)
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

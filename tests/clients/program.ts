// A client's program: what the compiler accepts here is what the contract promises.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

type Timeline = components["schemas"]["Timeline"];
type Timex = components["schemas"]["Timex"];

const text = "🔔 The old lock was closed on 3 May 2024. Repairs began on 5 May 2024.";
const baseUrl = process.argv[2]!;
const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl });
const calendars = createClient<paths, "text/calendar">({ baseUrl, headers: { Accept: "text/calendar" } });

async function read(): Promise<Timeline> {
  const { data, error } = await client.POST("/v1/timelines", {
    body: { text, published_at: "2024-06-01", language: "en", document_type: "auto", detail: "main", offset_unit: "utf16" },
  });
  if (error) throw new Error(error.detail);
  return data;
}

async function refused(): Promise<{ status: number; pointers: string[] }> {
  const { error } = await client.POST("/v1/timelines", {
    body: { text: " ", language: "en", document_type: "auto", detail: "main", offset_unit: "codepoint" },
  });
  if (!error) throw new Error("A blank article was taken.");
  return { status: error.status, pointers: (error.errors ?? []).map((fault) => fault.pointer) };
}

async function calendar(): Promise<string> {
  const { data } = await calendars.POST("/v1/timelines", {
    body: { text, language: "en", document_type: "news", detail: "full", offset_unit: "codepoint" },
    parseAs: "text",
  });
  return (data ?? "").split("\r\n")[0]!;
}

// A JavaScript string counts UTF-16 units: with offset_unit utf16, slice() gives what the service saw.
const cut = (timex: Timex): string => text.slice(timex.start, timex.end);

const timeline = await read();
for (const event of timeline.events) {
  const since: string | null | undefined = event.time?.start;
  if (since === undefined || text.slice(event.trigger.start, event.trigger.end) !== event.trigger.text) throw new Error(event.id);
}
const languages = await client.GET("/v1/languages");
console.log(JSON.stringify({
  unit: timeline.document.offset_unit,
  marked: timeline.timexes.map(cut),
  refused: await refused(),
  calendar: await calendar(),
  languages: (languages.data?.languages ?? []).some((language) => language.code === "en" && language.timexes),
}));

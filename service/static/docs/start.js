/* Starts Swagger UI with this service's own contract. */

/* Swagger UI fills in every parameter that has an example or a default; a member may be given in the body or in the query, not in both. */
function giveEachMemberOnce(request) {
  if (typeof request.body !== "string" || !/json/.test(request.headers["Content-Type"] || "")) return request;
  let members;
  try {
    members = JSON.parse(request.body);
  } catch {
    return request;
  }
  if (members === null || typeof members !== "object") return request;
  const url = new URL(request.url, document.baseURI);
  for (const name of Object.keys(members)) url.searchParams.delete(name);
  return Object.assign(request, { url: url.href });
}

window.ui = SwaggerUIBundle({
  url: new URL("openapi.json", document.baseURI).href,
  dom_id: "#swagger-ui",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: giveEachMemberOnce,
});

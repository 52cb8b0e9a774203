module.exports = [
  "strapi::logger",
  "strapi::errors",
  "global::stripe",
  "global::webhooks",
  "strapi::security",
  "strapi::cors",
  "strapi::poweredBy",
  "strapi::query",
  { name: "strapi::body", config: { includeUnparsed: true, jsonLimit: "5mb" } },
  "strapi::session",
  "strapi::favicon",
  "strapi::public",
];

import { route } from "@react-router/dev/routes";

export default [
  route("webhooks/stripe", "routes/webhooks.stripe.js"),
  route("webhooks/:provider", "routes/webhooks.$provider.js"),
];

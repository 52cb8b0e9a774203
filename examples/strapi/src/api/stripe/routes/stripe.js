module.exports = {
  routes: [{ method: "ALL", path: "/webhooks/stripe", handler: "stripe.receive", config: { auth: false } }],
};

// The longer bodies of published deliveries, as the providers' own tests hold them.

/** Coinbase Commerce: coinbase/coinbase-commerce-node test/testWebhook.spec.js */
export const coinbaseCharge = JSON.stringify({
  id: 1,
  scheduled_for: "2017-01-31T20:50:02Z",
  attempt_number: 1,
  event: {
    id: "24934862-d980-46cb-9402-43c81b0cdba6",
    type: "charge:created",
    api_version: "2018-03-22",
    created_at: "2017-01-31T20:49:02Z",
    data: {
      code: "66BEOV2A",
      name: "The Sovereign Individual",
      description: "Mastering the Transition to the Information Age",
      hosted_url: "https://commerce.coinbase.com/charges/66BEOV2A",
      created_at: "2017-01-31T20:49:02Z",
      expires_at: "2017-01-31T21:04:02Z",
      timeline: [{ time: "2017-01-31T20:49:02Z", status: "NEW" }],
      metadata: {},
      pricing_type: "no_price",
      payments: [],
      addresses: {
        bitcoin: "0000000000000000000000000000000000",
        ethereum: "0x0000000000000000000000000000000000000000",
        litecoin: "3000000000000000000000000000000000",
        bitcoincash: "bitcoincash:000000000000000000000000000000000000000000",
      },
    },
  },
});

/** GoCardless: gocardless/gocardless-nodejs src/fixtures/webhook_body.json */
export const goCardlessEvents = JSON.stringify({
  events: [
    {
      id: "EV00BD05S5VM2T",
      created_at: "2018-07-05T09:13:51.404Z",
      resource_type: "subscriptions",
      action: "created",
      links: { subscription: "SB0003JJQ2MR06" },
      details: {
        origin: "api",
        cause: "subscription_created",
        description: "Subscription created via the API.",
      },
      metadata: {},
    },
    {
      id: "EV00BD05TB8K63",
      created_at: "2018-07-05T09:13:56.893Z",
      resource_type: "mandates",
      action: "created",
      links: { mandate: "MD000AMA19XGEC" },
      details: {
        origin: "api",
        cause: "mandate_created",
        description: "Mandate created via the API.",
      },
      metadata: {},
    },
  ],
});

/** WorkOS: workos/workos-python tests/test_webhooks.py */
export const workOsConnection = JSON.stringify({
  id: "event_01J44T8116Q5M0RYCFA6KWNXN9",
  data: {
    id: "conn_01EHWNC0FCBHZ3BJ7EGKYXK0E6",
    name: "Foo Corp's Connection",
    state: "active",
    object: "connection",
    status: "linked",
    domains: [
      {
        id: "conn_domain_01EHWNFTAFCF3CQAE5A9Q0P1YB",
        domain: "foo-corp.com",
        object: "connection_domain",
      },
    ],
    created_at: "2021-06-25T19:07:33.155Z",
    updated_at: "2021-06-25T19:07:33.155Z",
    external_key: "3QMR4u0Tok6SgwY2AWG6u6mkQ",
    connection_type: "OktaSAML",
    organization_id: "org_01EHWNCE74X7JSDV0X3SZ3KJNY",
  },
  event: "connection.activated",
  created_at: "2021-06-25T19:07:33.155Z",
});

/** Adyen: adyen-node-api-library src/__mocks__/notification/accountHolderCreated.json, indented. */
export const adyenAccountHolder = indented({
  data: {
    balancePlatform: "YOUR_BALANCE_PLATFORM",
    accountHolder: {
      contactDetails: {
        email: "test@adyen.com",
        phone: { number: "0612345678", type: "mobile" },
        address: {
          houseNumberOrName: "23",
          city: "Amsterdam",
          country: "NL",
          postalCode: "12345",
          street: "Main Street 1",
        },
      },
      description: "Shelly Eller",
      legalEntityId: "LE00000000000000000001",
      reference: "YOUR_REFERENCE-2412C",
      capabilities: {
        issueCard: {
          enabled: true,
          requested: true,
          allowed: false,
          verificationStatus: "pending",
        },
        receiveFromTransferInstrument: {
          enabled: true,
          requested: true,
          allowed: false,
          verificationStatus: "pending",
        },
        sendToTransferInstrument: {
          enabled: true,
          requested: true,
          allowed: false,
          verificationStatus: "pending",
        },
        sendToBalanceAccount: {
          enabled: true,
          requested: true,
          allowed: false,
          verificationStatus: "pending",
        },
        receiveFromBalanceAccount: {
          enabled: true,
          requested: true,
          allowed: false,
          verificationStatus: "pending",
        },
      },
      id: "AH00000000000000000001",
      status: "active",
    },
  },
  environment: "test",
  timestamp: "2024-12-15T15:42:03+01:00",
  type: "balancePlatform.accountHolder.created",
});

/** Pretty-printed, and every line but the first indented once more, as in the provider's test. */
function indented(value) {
  return JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
}

// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesStripe: SamplesOf<"stripe"> = {
  "checkout.session.completed": {
    "id": "evt_1TYhGAEXAMPLEshopv3Rk8mWp",
    "object": "event",
    "api_version": "2026-04-22",
    "created": 1779098530,
    "data": {
      "object": {
        "id": "cs_test_a1Xw7RkP2mVq9LzT4bNc8YdE6sGh3JfU5oKi0",
        "object": "checkout.session",
        "amount_subtotal": 5995,
        "amount_total": 6490,
        "client_reference_id": "order-1042",
        "created": 1779098412,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_details": {
          "email": "leila.haddad@example.com",
          "name": "Leila Haddad",
          "phone": null
        },
        "livemode": false,
        "metadata": {
          "order": "1042"
        },
        "mode": "payment",
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "payment_status": "paid",
        "status": "complete"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "checkout.session.completed"
  },
  "payment_intent.succeeded": {
    "id": "evt_3TYhG2EXAMPLEshop0hB6c2Xn",
    "object": "event",
    "api_version": "2026-04-22",
    "created": 1779098529,
    "data": {
      "object": {
        "id": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "object": "payment_intent",
        "amount": 6490,
        "amount_received": 6490,
        "created": 1779098522,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "latest_charge": "ch_3TYhG2EXAMPLEshop0wF5s7Lc",
        "livemode": false,
        "metadata": {},
        "payment_method_types": [
          "card",
          "sepa_debit"
        ],
        "status": "succeeded"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "payment_intent.succeeded"
  },
  "payment_intent.payment_failed": {
    "id": "evt_3TYhG2EXAMPLEshop0nE4u1Ko",
    "object": "event",
    "api_version": "2026-04-22",
    "created": 1779098525,
    "data": {
      "object": {
        "id": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "object": "payment_intent",
        "amount": 6490,
        "amount_received": 0,
        "created": 1779098522,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "last_payment_error": {
          "code": "card_declined",
          "decline_code": "insufficient_funds",
          "message": "Your card has insufficient funds.",
          "type": "card_error"
        },
        "livemode": false,
        "metadata": {},
        "status": "requires_payment_method"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "payment_intent.payment_failed"
  },
  "charge.refunded": {
    "id": "evt_3TYhG2EXAMPLEshop0tR9y5Jg",
    "object": "event",
    "api_version": "2026-04-22",
    "created": 1779271330,
    "data": {
      "object": {
        "id": "ch_3TYhG2EXAMPLEshop0wF5s7Lc",
        "object": "charge",
        "amount": 6490,
        "amount_captured": 6490,
        "amount_refunded": 1199,
        "created": 1779098528,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "livemode": false,
        "metadata": {},
        "paid": true,
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "refunded": false,
        "status": "succeeded"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "charge.refunded"
  },
  "invoice.paid": {
    "id": "evt_1TYhK7EXAMPLEshopd2Zs6oHf",
    "object": "event",
    "api_version": "2026-04-22",
    "created": 1779098770,
    "data": {
      "object": {
        "id": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "object": "invoice",
        "amount_due": 1900,
        "amount_paid": 1900,
        "billing_reason": "subscription_cycle",
        "created": 1779098765,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_email": "leila.haddad@example.com",
        "livemode": false,
        "number": "8E2C41D7-0007",
        "period_end": 1779098760,
        "period_start": 1776506760,
        "status": "paid",
        "total": 1900
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "invoice.paid"
  },
  "customer.subscription.deleted": {
    "id": "evt_1TYhM3EXAMPLEshopq7Nc1uAy",
    "object": "event",
    "api_version": "2026-04-22",
    "created": 1779098891,
    "data": {
      "object": {
        "id": "sub_1SMxT0EXAMPLEshopm5Wj9iRb",
        "object": "subscription",
        "canceled_at": 1779098890,
        "cancellation_details": {
          "comment": null,
          "feedback": "unused",
          "reason": "cancellation_requested"
        },
        "created": 1776506760,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "ended_at": 1779098890,
        "livemode": false,
        "metadata": {},
        "status": "canceled"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "customer.subscription.deleted"
  },
};

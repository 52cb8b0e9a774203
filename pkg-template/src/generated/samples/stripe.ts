// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesStripe: SamplesOf<"stripe"> = {
  "checkout.session.completed": {
    "id": "evt_1TYhGAEXAMPLEshopv3Rk8mWp",
    "object": "event",
    "api_version": "2026-10-28.endive",
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
        "expires_at": 1779184812,
        "invoice": null,
        "livemode": false,
        "metadata": {
          "order": "1042"
        },
        "mode": "payment",
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "payment_status": "paid",
        "status": "complete",
        "subscription": null,
        "url": null
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
  "checkout.session.async_payment_succeeded": {
    "id": "evt_1TYzQ4EXAMPLEshopc7Ub5tRy",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779184940,
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
        "expires_at": 1779184812,
        "invoice": null,
        "livemode": false,
        "metadata": {
          "order": "1042"
        },
        "mode": "payment",
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "payment_status": "paid",
        "status": "complete",
        "subscription": null,
        "url": null
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "checkout.session.async_payment_succeeded"
  },
  "checkout.session.expired": {
    "id": "evt_1TYhS8EXAMPLEshopw9Pd4mKe",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779184812,
    "data": {
      "object": {
        "id": "cs_test_b1Qe5TnW8yLc2HvX6kRz0MpU4aJd7SgF3iBo9",
        "object": "checkout.session",
        "amount_subtotal": 5995,
        "amount_total": 6490,
        "client_reference_id": "order-1043",
        "created": 1779098412,
        "currency": "eur",
        "customer": null,
        "customer_details": null,
        "expires_at": 1779184812,
        "invoice": null,
        "livemode": false,
        "metadata": {
          "order": "1043"
        },
        "mode": "payment",
        "payment_intent": null,
        "payment_status": "unpaid",
        "status": "expired",
        "subscription": null,
        "url": null
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "checkout.session.expired"
  },
  "payment_intent.created": {
    "id": "evt_3TYhG2EXAMPLEshop0aL8r2Vd",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098522,
    "data": {
      "object": {
        "id": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "object": "payment_intent",
        "amount": 6490,
        "amount_received": 0,
        "canceled_at": null,
        "cancellation_reason": null,
        "created": 1779098522,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "description": null,
        "last_payment_error": null,
        "latest_charge": null,
        "livemode": false,
        "metadata": {},
        "payment_method": null,
        "payment_method_types": [
          "card",
          "sepa_debit"
        ],
        "receipt_email": null,
        "status": "requires_payment_method"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "payment_intent.created"
  },
  "payment_intent.succeeded": {
    "id": "evt_3TYhG2EXAMPLEshop0hB6c2Xn",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098529,
    "data": {
      "object": {
        "id": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "object": "payment_intent",
        "amount": 6490,
        "amount_received": 6490,
        "canceled_at": null,
        "cancellation_reason": null,
        "created": 1779098522,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "description": null,
        "last_payment_error": null,
        "latest_charge": "ch_3TYhG2EXAMPLEshop0wF5s7Lc",
        "livemode": false,
        "metadata": {},
        "payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "payment_method_types": [
          "card",
          "sepa_debit"
        ],
        "receipt_email": null,
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
    "api_version": "2026-10-28.endive",
    "created": 1779098525,
    "data": {
      "object": {
        "id": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "object": "payment_intent",
        "amount": 6490,
        "amount_received": 0,
        "canceled_at": null,
        "cancellation_reason": null,
        "created": 1779098522,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "description": null,
        "last_payment_error": {
          "code": "card_declined",
          "decline_code": "insufficient_funds",
          "message": "Your card has insufficient funds.",
          "type": "card_error"
        },
        "latest_charge": "ch_3TYhG2EXAMPLEshop0gM1k6Zb",
        "livemode": false,
        "metadata": {},
        "payment_method": null,
        "payment_method_types": [
          "card",
          "sepa_debit"
        ],
        "receipt_email": null,
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
  "charge.succeeded": {
    "id": "evt_3TYhG2EXAMPLEshop0sY3q8Wf",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098529,
    "data": {
      "object": {
        "id": "ch_3TYhG2EXAMPLEshop0wF5s7Lc",
        "object": "charge",
        "amount": 6490,
        "amount_captured": 6490,
        "amount_refunded": 0,
        "balance_transaction": "txn_3TYhG2EXAMPLEshop0jD3v6Pa",
        "billing_details": {
          "email": "leila.haddad@example.com",
          "name": "Leila Haddad",
          "phone": null
        },
        "captured": true,
        "created": 1779098528,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "description": null,
        "disputed": false,
        "failure_code": null,
        "failure_message": null,
        "livemode": false,
        "metadata": {},
        "paid": true,
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "receipt_url": "https://receipts.example.com/3TYhG2",
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
    "type": "charge.succeeded"
  },
  "charge.failed": {
    "id": "evt_3TYhG2EXAMPLEshop0iC5d7Hu",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098525,
    "data": {
      "object": {
        "id": "ch_3TYhG2EXAMPLEshop0gM1k6Zb",
        "object": "charge",
        "amount": 6490,
        "amount_captured": 0,
        "amount_refunded": 0,
        "balance_transaction": null,
        "billing_details": {
          "email": "leila.haddad@example.com",
          "name": "Leila Haddad",
          "phone": null
        },
        "captured": false,
        "created": 1779098524,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "description": null,
        "disputed": false,
        "failure_code": "card_declined",
        "failure_message": "Your card has insufficient funds.",
        "livemode": false,
        "metadata": {},
        "paid": false,
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "receipt_url": null,
        "refunded": false,
        "status": "failed"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "charge.failed"
  },
  "charge.refunded": {
    "id": "evt_3TYhG2EXAMPLEshop0tR9y5Jg",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779271330,
    "data": {
      "object": {
        "id": "ch_3TYhG2EXAMPLEshop0wF5s7Lc",
        "object": "charge",
        "amount": 6490,
        "amount_captured": 6490,
        "amount_refunded": 1199,
        "balance_transaction": "txn_3TYhG2EXAMPLEshop0jD3v6Pa",
        "billing_details": {
          "email": "leila.haddad@example.com",
          "name": "Leila Haddad",
          "phone": null
        },
        "captured": true,
        "created": 1779098528,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "description": null,
        "disputed": false,
        "failure_code": null,
        "failure_message": null,
        "livemode": false,
        "metadata": {},
        "paid": true,
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "receipt_url": "https://receipts.example.com/3TYhG2",
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
  "charge.dispute.created": {
    "id": "evt_1TZwN3EXAMPLEshopk6Vs2bQj",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779444130,
    "data": {
      "object": {
        "id": "dp_1TZwN2EXAMPLEshopn9Bt7xMf",
        "object": "dispute",
        "amount": 6490,
        "charge": "ch_3TYhG2EXAMPLEshop0wF5s7Lc",
        "created": 1779444129,
        "currency": "eur",
        "evidence_details": {
          "due_by": 1780271999,
          "has_evidence": false,
          "past_due": false,
          "submission_count": 0
        },
        "is_charge_refundable": false,
        "livemode": false,
        "metadata": {},
        "payment_intent": "pi_3TYhG2EXAMPLEshop0k7Q1d9Z",
        "reason": "product_not_received",
        "status": "needs_response"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "charge.dispute.created"
  },
  "customer.created": {
    "id": "evt_1SMxS7EXAMPLEshope1Gy4rNd",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1776506731,
    "data": {
      "object": {
        "id": "cus_UaP4rXk81MvTqe",
        "object": "customer",
        "created": 1776506731,
        "currency": null,
        "description": null,
        "email": "leila.haddad@example.com",
        "livemode": false,
        "metadata": {},
        "name": "Leila Haddad",
        "phone": null
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "customer.created"
  },
  "customer.subscription.created": {
    "id": "evt_1SMxT2EXAMPLEshopr8Kw6oZl",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1776506762,
    "data": {
      "object": {
        "id": "sub_1SMxT0EXAMPLEshopm5Wj9iRb",
        "object": "subscription",
        "cancel_at": null,
        "cancel_at_period_end": false,
        "canceled_at": null,
        "cancellation_details": {
          "comment": null,
          "feedback": null,
          "reason": null
        },
        "created": 1776506760,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "default_payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "ended_at": null,
        "items": {
          "object": "list",
          "data": [
            {
              "id": "si_UaP4rXk9EXAMPLE",
              "object": "subscription_item",
              "current_period_end": 1779098760,
              "current_period_start": 1776506760,
              "price": {
                "id": "price_1SMxEXAMPLEshopk2Lr7wTc",
                "object": "price",
                "currency": "eur",
                "lookup_key": "club-monthly",
                "product": "prod_UaNEXAMPLE4hs",
                "recurring": {
                  "interval": "month",
                  "interval_count": 1
                },
                "unit_amount": 1900
              },
              "quantity": 1
            }
          ]
        },
        "latest_invoice": "in_1SMxT0EXAMPLEshoph6Yc2gQn",
        "livemode": false,
        "metadata": {},
        "start_date": 1776506760,
        "status": "active",
        "trial_end": null,
        "trial_start": null
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "customer.subscription.created"
  },
  "customer.subscription.updated": {
    "id": "evt_1TYhK8EXAMPLEshopj2Fn9pTc",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098771,
    "data": {
      "object": {
        "id": "sub_1SMxT0EXAMPLEshopm5Wj9iRb",
        "object": "subscription",
        "cancel_at": null,
        "cancel_at_period_end": false,
        "canceled_at": null,
        "cancellation_details": {
          "comment": null,
          "feedback": null,
          "reason": null
        },
        "created": 1776506760,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "default_payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "ended_at": null,
        "items": {
          "object": "list",
          "data": [
            {
              "id": "si_UaP4rXk9EXAMPLE",
              "object": "subscription_item",
              "current_period_end": 1781777160,
              "current_period_start": 1779098760,
              "price": {
                "id": "price_1SMxEXAMPLEshopk2Lr7wTc",
                "object": "price",
                "currency": "eur",
                "lookup_key": "club-monthly",
                "product": "prod_UaNEXAMPLE4hs",
                "recurring": {
                  "interval": "month",
                  "interval_count": 1
                },
                "unit_amount": 1900
              },
              "quantity": 1
            }
          ]
        },
        "latest_invoice": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "livemode": false,
        "metadata": {},
        "start_date": 1776506760,
        "status": "active",
        "trial_end": null,
        "trial_start": null
      },
      "previous_attributes": {
        "latest_invoice": "in_1SMxT0EXAMPLEshoph6Yc2gQn"
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "customer.subscription.updated"
  },
  "customer.subscription.trial_will_end": {
    "id": "evt_1SMyB5EXAMPLEshopu3Za1dVh",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1776506760,
    "data": {
      "object": {
        "id": "sub_1SKpQ4EXAMPLEshopd6Ny3cRw",
        "object": "subscription",
        "cancel_at": null,
        "cancel_at_period_end": false,
        "canceled_at": null,
        "cancellation_details": {
          "comment": null,
          "feedback": null,
          "reason": null
        },
        "created": 1774556160,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "default_payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "ended_at": null,
        "items": {
          "object": "list",
          "data": [
            {
              "id": "si_UYmEXAMPLE7kd",
              "object": "subscription_item",
              "current_period_end": 1776765960,
              "current_period_start": 1774556160,
              "price": {
                "id": "price_1SMxEXAMPLEshopk2Lr7wTc",
                "object": "price",
                "currency": "eur",
                "lookup_key": "club-monthly",
                "product": "prod_UaNEXAMPLE4hs",
                "recurring": {
                  "interval": "month",
                  "interval_count": 1
                },
                "unit_amount": 1900
              },
              "quantity": 1
            }
          ]
        },
        "latest_invoice": "in_1SKpQ4EXAMPLEshops5Lt8jBm",
        "livemode": false,
        "metadata": {},
        "start_date": 1774556160,
        "status": "trialing",
        "trial_end": 1776765960,
        "trial_start": 1774556160
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "customer.subscription.trial_will_end"
  },
  "customer.subscription.deleted": {
    "id": "evt_1TYhM3EXAMPLEshopq7Nc1uAy",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098891,
    "data": {
      "object": {
        "id": "sub_1SMxT0EXAMPLEshopm5Wj9iRb",
        "object": "subscription",
        "cancel_at": null,
        "cancel_at_period_end": false,
        "canceled_at": 1779098890,
        "cancellation_details": {
          "comment": null,
          "feedback": "unused",
          "reason": "cancellation_requested"
        },
        "created": 1776506760,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "default_payment_method": "pm_1TYhG1EXAMPLEshopz4Xn8dKs",
        "ended_at": 1779098890,
        "items": {
          "object": "list",
          "data": [
            {
              "id": "si_UaP4rXk9EXAMPLE",
              "object": "subscription_item",
              "current_period_end": 1781777160,
              "current_period_start": 1779098760,
              "price": {
                "id": "price_1SMxEXAMPLEshopk2Lr7wTc",
                "object": "price",
                "currency": "eur",
                "lookup_key": "club-monthly",
                "product": "prod_UaNEXAMPLE4hs",
                "recurring": {
                  "interval": "month",
                  "interval_count": 1
                },
                "unit_amount": 1900
              },
              "quantity": 1
            }
          ]
        },
        "latest_invoice": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "livemode": false,
        "metadata": {},
        "start_date": 1776506760,
        "status": "canceled",
        "trial_end": null,
        "trial_start": null
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
  "invoice.created": {
    "id": "evt_1TYhK6EXAMPLEshopa4Xe7sGw",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098766,
    "data": {
      "object": {
        "id": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "object": "invoice",
        "amount_due": 1900,
        "amount_paid": 0,
        "amount_remaining": 1900,
        "attempt_count": 0,
        "attempted": false,
        "billing_reason": "subscription_cycle",
        "collection_method": "charge_automatically",
        "created": 1779098765,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_email": "leila.haddad@example.com",
        "customer_name": "Leila Haddad",
        "due_date": null,
        "hosted_invoice_url": null,
        "invoice_pdf": null,
        "livemode": false,
        "metadata": {},
        "next_payment_attempt": 1779102365,
        "number": null,
        "parent": {
          "quote_details": null,
          "subscription_details": {
            "metadata": {},
            "subscription": "sub_1SMxT0EXAMPLEshopm5Wj9iRb"
          },
          "type": "subscription_details"
        },
        "period_end": 1779098760,
        "period_start": 1776506760,
        "status": "draft",
        "subtotal": 1900,
        "total": 1900
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "invoice.created"
  },
  "invoice.finalized": {
    "id": "evt_1TYhK6EXAMPLEshopo1Rm5yKb",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098768,
    "data": {
      "object": {
        "id": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "object": "invoice",
        "amount_due": 1900,
        "amount_paid": 0,
        "amount_remaining": 1900,
        "attempt_count": 0,
        "attempted": false,
        "billing_reason": "subscription_cycle",
        "collection_method": "charge_automatically",
        "created": 1779098765,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_email": "leila.haddad@example.com",
        "customer_name": "Leila Haddad",
        "due_date": null,
        "hosted_invoice_url": "https://invoices.example.com/i/8E2C41D7-0007",
        "invoice_pdf": "https://invoices.example.com/i/8E2C41D7-0007.pdf",
        "livemode": false,
        "metadata": {},
        "next_payment_attempt": null,
        "number": "8E2C41D7-0007",
        "parent": {
          "quote_details": null,
          "subscription_details": {
            "metadata": {},
            "subscription": "sub_1SMxT0EXAMPLEshopm5Wj9iRb"
          },
          "type": "subscription_details"
        },
        "period_end": 1779098760,
        "period_start": 1776506760,
        "status": "open",
        "subtotal": 1900,
        "total": 1900
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "invoice.finalized"
  },
  "invoice.paid": {
    "id": "evt_1TYhK7EXAMPLEshopd2Zs6oHf",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098770,
    "data": {
      "object": {
        "id": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "object": "invoice",
        "amount_due": 1900,
        "amount_paid": 1900,
        "amount_remaining": 0,
        "attempt_count": 1,
        "attempted": true,
        "billing_reason": "subscription_cycle",
        "collection_method": "charge_automatically",
        "created": 1779098765,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_email": "leila.haddad@example.com",
        "customer_name": "Leila Haddad",
        "due_date": null,
        "hosted_invoice_url": "https://invoices.example.com/i/8E2C41D7-0007",
        "invoice_pdf": "https://invoices.example.com/i/8E2C41D7-0007.pdf",
        "livemode": false,
        "metadata": {},
        "next_payment_attempt": null,
        "number": "8E2C41D7-0007",
        "parent": {
          "quote_details": null,
          "subscription_details": {
            "metadata": {},
            "subscription": "sub_1SMxT0EXAMPLEshopm5Wj9iRb"
          },
          "type": "subscription_details"
        },
        "period_end": 1779098760,
        "period_start": 1776506760,
        "status": "paid",
        "subtotal": 1900,
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
  "invoice.payment_succeeded": {
    "id": "evt_1TYhK7EXAMPLEshopm8Jd3vQi",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098770,
    "data": {
      "object": {
        "id": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "object": "invoice",
        "amount_due": 1900,
        "amount_paid": 1900,
        "amount_remaining": 0,
        "attempt_count": 1,
        "attempted": true,
        "billing_reason": "subscription_cycle",
        "collection_method": "charge_automatically",
        "created": 1779098765,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_email": "leila.haddad@example.com",
        "customer_name": "Leila Haddad",
        "due_date": null,
        "hosted_invoice_url": "https://invoices.example.com/i/8E2C41D7-0007",
        "invoice_pdf": "https://invoices.example.com/i/8E2C41D7-0007.pdf",
        "livemode": false,
        "metadata": {},
        "next_payment_attempt": null,
        "number": "8E2C41D7-0007",
        "parent": {
          "quote_details": null,
          "subscription_details": {
            "metadata": {},
            "subscription": "sub_1SMxT0EXAMPLEshopm5Wj9iRb"
          },
          "type": "subscription_details"
        },
        "period_end": 1779098760,
        "period_start": 1776506760,
        "status": "paid",
        "subtotal": 1900,
        "total": 1900
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "invoice.payment_succeeded"
  },
  "invoice.payment_failed": {
    "id": "evt_1TYhK7EXAMPLEshopf5Tb9wEx",
    "object": "event",
    "api_version": "2026-10-28.endive",
    "created": 1779098770,
    "data": {
      "object": {
        "id": "in_1TYhK5EXAMPLEshopb8Qm3eVt",
        "object": "invoice",
        "amount_due": 1900,
        "amount_paid": 0,
        "amount_remaining": 1900,
        "attempt_count": 1,
        "attempted": true,
        "billing_reason": "subscription_cycle",
        "collection_method": "charge_automatically",
        "created": 1779098765,
        "currency": "eur",
        "customer": "cus_UaP4rXk81MvTqe",
        "customer_email": "leila.haddad@example.com",
        "customer_name": "Leila Haddad",
        "due_date": null,
        "hosted_invoice_url": "https://invoices.example.com/i/8E2C41D7-0007",
        "invoice_pdf": "https://invoices.example.com/i/8E2C41D7-0007.pdf",
        "livemode": false,
        "metadata": {},
        "next_payment_attempt": 1779357965,
        "number": "8E2C41D7-0007",
        "parent": {
          "quote_details": null,
          "subscription_details": {
            "metadata": {},
            "subscription": "sub_1SMxT0EXAMPLEshopm5Wj9iRb"
          },
          "type": "subscription_details"
        },
        "period_end": 1779098760,
        "period_start": 1776506760,
        "status": "open",
        "subtotal": 1900,
        "total": 1900
      }
    },
    "livemode": false,
    "pending_webhooks": 1,
    "request": {
      "id": null,
      "idempotency_key": null
    },
    "type": "invoice.payment_failed"
  },
};

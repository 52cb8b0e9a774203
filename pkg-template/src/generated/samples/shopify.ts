// Written by generate.mjs from src/providers/*.toml; do not edit.

import type { SamplesOf } from "../../samples/types.ts";

export const samplesShopify: SamplesOf<"shopify"> = {
  "orders/create": {
    "id": 6204817391848,
    "admin_graphql_api_id": "gid://shopify/Order/6204817391848",
    "confirmed": true,
    "created_at": "2026-05-18T12:02:00+02:00",
    "currency": "EUR",
    "current_total_price": "64.90",
    "email": "leila.haddad@example.com",
    "financial_status": "pending",
    "fulfillment_status": null,
    "name": "#1042",
    "order_number": 1042,
    "processed_at": "2026-05-18T12:01:59+02:00",
    "subtotal_price": "59.95",
    "tags": "",
    "test": false,
    "total_discounts": "0.00",
    "total_price": "64.90",
    "total_tax": "10.36",
    "updated_at": "2026-05-18T12:02:01+02:00",
    "customer": {
      "id": 7215508394216,
      "created_at": "2026-05-18T11:58:20+02:00",
      "updated_at": "2026-05-18T12:02:00+02:00",
      "first_name": "Leila",
      "last_name": "Haddad",
      "state": "enabled",
      "verified_email": true,
      "currency": "EUR",
      "email": "leila.haddad@example.com",
      "phone": null
    },
    "line_items": [
      {
        "id": 15730482905320,
        "name": "Stoneware mug - moss green",
        "price": "11.99",
        "product_id": 8391046725864,
        "quantity": 5,
        "sku": "MUG-350-MOSS",
        "title": "Stoneware mug",
        "variant_id": 45129034760424,
        "variant_title": "moss green",
        "vendor": "Example Pottery"
      }
    ],
    "shipping_lines": [
      {
        "id": 5102394818792,
        "code": "standard",
        "price": "4.95",
        "title": "Standard, 2–4 days"
      }
    ]
  },
  "orders/paid": {
    "id": 6204817391848,
    "admin_graphql_api_id": "gid://shopify/Order/6204817391848",
    "confirmed": true,
    "created_at": "2026-05-18T12:02:00+02:00",
    "currency": "EUR",
    "current_total_price": "64.90",
    "email": "leila.haddad@example.com",
    "financial_status": "paid",
    "fulfillment_status": null,
    "name": "#1042",
    "order_number": 1042,
    "processed_at": "2026-05-18T12:01:59+02:00",
    "subtotal_price": "59.95",
    "tags": "",
    "test": false,
    "total_discounts": "0.00",
    "total_price": "64.90",
    "total_tax": "10.36",
    "updated_at": "2026-05-18T12:02:09+02:00",
    "customer": {
      "id": 7215508394216,
      "created_at": "2026-05-18T11:58:20+02:00",
      "updated_at": "2026-05-18T12:02:00+02:00",
      "first_name": "Leila",
      "last_name": "Haddad",
      "state": "enabled",
      "verified_email": true,
      "currency": "EUR",
      "email": "leila.haddad@example.com",
      "phone": null
    },
    "line_items": [
      {
        "id": 15730482905320,
        "name": "Stoneware mug - moss green",
        "price": "11.99",
        "product_id": 8391046725864,
        "quantity": 5,
        "sku": "MUG-350-MOSS",
        "title": "Stoneware mug",
        "variant_id": 45129034760424,
        "variant_title": "moss green",
        "vendor": "Example Pottery"
      }
    ],
    "shipping_lines": [
      {
        "id": 5102394818792,
        "code": "standard",
        "price": "4.95",
        "title": "Standard, 2–4 days"
      }
    ]
  },
  "products/update": {
    "id": 8391046725864,
    "admin_graphql_api_id": "gid://shopify/Product/8391046725864",
    "body_html": "<p>Thrown by hand, 350&nbsp;ml.</p>",
    "created_at": "2026-03-02T09:10:44+01:00",
    "handle": "stoneware-mug",
    "product_type": "Mugs",
    "published_at": "2026-03-02T09:15:00+01:00",
    "status": "active",
    "tags": "handmade, kitchen",
    "title": "Stoneware mug",
    "updated_at": "2026-05-18T12:02:02+02:00",
    "vendor": "Example Pottery",
    "variants": [
      {
        "id": 45129034760424,
        "product_id": 8391046725864,
        "title": "moss green",
        "price": "11.99",
        "sku": "MUG-350-MOSS",
        "inventory_quantity": 23
      }
    ]
  },
  "customers/create": {
    "id": 7215508394216,
    "created_at": "2026-05-18T11:58:20+02:00",
    "updated_at": "2026-05-18T11:58:20+02:00",
    "first_name": "Leila",
    "last_name": "Haddad",
    "state": "enabled",
    "verified_email": true,
    "currency": "EUR",
    "email": "leila.haddad@example.com",
    "phone": null,
    "tags": "",
    "addresses": []
  },
  "app/uninstalled": {
    "id": 72104839464,
    "name": "Example Pottery",
    "email": "shop@example.com",
    "domain": "shop.example.com",
    "country": "PT",
    "currency": "EUR",
    "iana_timezone": "Europe/Lisbon",
    "plan_name": "basic",
    "myshopify_domain": "pottery-example.myshopify.com"
  },
};

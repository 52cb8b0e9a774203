// countersign/lambda: a function of AWS Lambda behind API Gateway, a load balancer or a function URL.

import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2, Context as InvocationContext } from "aws-lambda";
import type { HeadersInput } from "countersign/core";
import { ownValue } from "../refusal/culprit.ts";
import { EVENT_PARSED, NOT_HTTP_EVENT, refuse } from "../refusal/sentences.ts";
import { admitBytes } from "./body.ts";
import type { Handling } from "./handler.ts";
import type { ReceiveOptions, WebhookInput } from "./options.ts";
import { receiverOf } from "./receiver.ts";
import type { Reply } from "./reply.ts";

export type * from "./types.ts";

/** What invokes the function: API Gateway of payload version 1 or 2, a function URL, a load balancer. */
export type LambdaEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2 | ALBEvent;

/** What the function returns. */
export interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** The same once more, for a load balancer that passes lists of values and takes nothing else. */
  readonly multiValueHeaders?: Record<string, string[]>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** What a handler is given beside the delivery. */
export interface LambdaContext {
  readonly event: LambdaEvent;
  readonly invocation: InvocationContext | undefined;
}

/**
 * Receives the deliveries of one endpoint with a function of AWS Lambda. What goes on in the
 * background is awaited before the function returns: afterwards it is frozen.
 *
 * @param webhook - what proves them, or a function that makes it with the first delivery
 * @param handling - a function of the delivery, or `{ on: … }` with functions by event type
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * export const handler = receive(webhook, (delivery) => console.log(delivery.type));
 */
export function receive<P extends string>(
  webhook: WebhookInput<P>,
  handling: Handling<P, LambdaContext>,
  options?: ReceiveOptions<LambdaContext>,
): (event: LambdaEvent, invocation?: InvocationContext) => Promise<LambdaResult> {
  const respond = receiverOf<P, LambdaContext, LambdaResult>(webhook, handling, options);
  return async (event, invocation) => {
    const background: Promise<void>[] = [];
    const result = await respond({
      method: methodOf(event),
      url: urlOf(event),
      headers: headersOf(event),
      readBody: ({ maxBytes }) => readBody(event, maxBytes),
      send: ({ status, headers, body }) => ({
        statusCode: status,
        ...headersFor(event, headers),
        body,
        isBase64Encoded: false,
      }),
      context: { event, invocation },
      waitUntil: (work) => void background.push(work),
    });
    while (background.length > 0) await background.pop();
    return result;
  };
}

function methodOf(event: LambdaEvent): string {
  const { http } = (event as Partial<APIGatewayProxyEventV2> | undefined)?.requestContext ?? {};
  const method = http?.method ?? (event as Partial<APIGatewayProxyEvent> | undefined)?.httpMethod;
  if (typeof method === "string") return method;
  throw refuse(NOT_HTTP_EVENT);
}

/** Path and query as the client sent them, as far as the event has kept them. */
function urlOf(event: LambdaEvent): string | undefined {
  const { rawPath, rawQueryString } = event as Partial<APIGatewayProxyEventV2>;
  if (typeof rawPath === "string") return rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath;
  const { path, multiValueQueryStringParameters, queryStringParameters, requestContext } =
    event as Partial<APIGatewayProxyEvent>;
  if (typeof path !== "string") return undefined;
  const query = Object.entries(multiValueQueryStringParameters ?? queryStringParameters ?? {});
  // A load balancer leaves the query as it came; API Gateway has decoded it.
  const write = requestContext !== undefined && "elb" in requestContext ? String : encodeURIComponent;
  const pairs = query.flatMap(([name, values]) =>
    [values].flat().map((value) => `${write(name)}=${write(value ?? "")}`),
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

// Version 1 and load balancers keep in `headers` only the last of those that came twice.
function headersOf(event: LambdaEvent): HeadersInput {
  return ownValue(event as Partial<APIGatewayProxyEvent>, "multiValueHeaders") ?? ownValue(event, "headers") ?? {};
}

function headersFor(
  event: LambdaEvent,
  headers: Reply["headers"],
): Pick<LambdaResult, "headers" | "multiValueHeaders"> {
  const isListed = event.headers === undefined && "multiValueHeaders" in event;
  if (!isListed) return { headers: { ...headers } };
  const lists = Object.entries(headers).map(([name, value]) => [name, [value]]);
  return { headers: { ...headers }, multiValueHeaders: Object.fromEntries(lists) as Record<string, string[]> };
}

function readBody({ body, isBase64Encoded }: LambdaEvent, maxBytes: number): Uint8Array {
  if (typeof (body ?? "") !== "string") throw refuse(EVENT_PARSED, { fix: FIX });
  return admitBytes(Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"), maxBytes);
}

const FIX = "Remove the body parser from this function: with Middy that is httpJsonBodyParser().";

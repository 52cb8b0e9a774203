// The same receiver on the edge runtime: POST /edge/agentbot, … The package brings its WebAssembly
// precompiled there, where compiling is not allowed, so not a line of the receiver differs.
export { DELETE, GET, PATCH, POST, PUT } from "../../webhooks/[provider]/route.js";

export const runtime = "edge";

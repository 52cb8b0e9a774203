import { defineCloudflareConfig } from "@opennextjs/cloudflare";

const next = "../node_modules/next/dist/bin/next";
export default {
  ...defineCloudflareConfig(),
  buildCommand: `"${process.execPath}" ${next} build ${process.env.BUNDLER}`,
};
